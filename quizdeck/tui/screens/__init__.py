"""One file a screen; a screen owns its behaviour, the app only where one goes."""
