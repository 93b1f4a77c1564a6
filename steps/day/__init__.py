"""A day of a tenant, played from a script: people sign in, customers call and write (decision 0051).

Rule: the player acts as anybody could: for customers and phones through the control plane, for agents over the
product's wire.
"""
