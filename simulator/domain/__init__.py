"""The pure core of a simulated tenant: no I/O, no clock, no randomness, no logging; standard library and `phonenumbers`
only.
"""
