namespace framewright {}
