"""The session: being signed in to a station, in one instance of the desktop, until it ends."""
