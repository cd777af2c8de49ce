"""People and places that the case's fields do not give, known by the words around them and by lists."""
