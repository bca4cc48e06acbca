"""What an applicant is and what may be done: pure, no input or output, no clock, no randomness."""
