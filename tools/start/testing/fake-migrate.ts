if (process.env.FAKE_MIGRATION_FAILS) {
  console.error('The database is from a newer version.');
  process.exit(1);
}
