"""Speeds, each as a ratio to its floor, measured in one run: `make bench`."""
