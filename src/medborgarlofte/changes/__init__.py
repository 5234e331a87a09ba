"""What was kept, sharpened, weakened and dropped between two documents; knows nothing of how it is shown."""
