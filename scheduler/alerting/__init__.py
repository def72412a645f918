"""Which changes concern whom, and how an alert is worded."""
