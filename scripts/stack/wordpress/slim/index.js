const missing = () => {
  throw new Error('Left out of the test WordPress: it runs PHP 8.3 and never talks to GitHub.');
};
exports.getPHPLoaderModule = missing;
exports.Octokit = missing;
