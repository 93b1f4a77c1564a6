"""What every request goes through before it reaches the product, the control plane or a page: one chain of named
handlers, one concern a module. `chain.py` has them in order.
"""
