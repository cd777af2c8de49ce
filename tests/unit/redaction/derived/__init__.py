"""Every form in which what the fields give may be written, as data, and a check that none of them is left."""
