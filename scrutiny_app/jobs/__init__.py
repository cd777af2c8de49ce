"""Long work, out of the web's sight: a worker looks at files, checks and loads them, and goes on after kill -9.

What is to be done stands in our own tables alone. A worker notices it there and gives it to DBOS, which runs it in
durable steps; nothing else ever touches DBOS, and it is given ids, never text.
"""
