/** Whether a program is a test, by the habits of test runners. What stands in `examples` is none: it is there to be copied. */
const ofTests =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|specs?|testdata|fixtures?|stubs?)\/|(?:^|\/)test_[^/]*\.py$|[._-](?:test|tests|spec|mock)\.\w+$|(?:Test|Tests|Spec)\.(?:java|kt|scala|cs|swift)$/;

export function isOfTests(path: string): boolean {
  return ofTests.test(path);
}
