"""Identifiers known by their shape alone: numbers, marks, references and addresses on the network."""
