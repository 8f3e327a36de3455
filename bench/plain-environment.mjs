// Imported first by what measures a short program: takes out of the environment what makes every Node slow before it runs a
// line, ours and the empty one that is raced. With NODE_EXTRA_CA_CERTS Node 20 reads certificates for longer than it takes to
// start, which would make any ratio look better than it is for most people.
for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE', 'SSL_CERT_FILE', 'SSL_CERT_DIR'])
  delete process.env[name];
