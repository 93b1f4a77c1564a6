"""What an actor's browser does: its pages, network, sound, stored sign-in and site data."""
