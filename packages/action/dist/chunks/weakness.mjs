// ../cli/dist/reports/weakness.js
/** The weakness (CWE) that each rule is about, for platforms that sort by it. */
const weaknesses = {
	"secret-key": 798,
	"api-key": 798,
	"private-key": 798,
	"key-passphrase": 798,
	"listen-key": 798,
	"documented-example": 798,
	"signed-request": 522,
	"client-exposed": 522,
	"key-reused": 522,
	"env-not-ignored": 538,
	"env-tracked": 538,
	"secret-logged": 532,
	"withdrawals-enabled": 250,
	"transfers-enabled": 250,
	"broad-permissions": 250,
	"fund-moving-call": 250,
	"ip-unrestricted": 284,
	"ip-list-invalid": 284,
	"unsafe-key-creation": 284,
	"key-age": 324,
	"inventory-mismatch": 324,
	"weak-key-type": 1391,
	"insecure-transport": 295,
	"foreign-endpoint": 201,
	"recv-window": 294,
	"unsafe-package": 506
};
/** The number of a rule's CWE; undefined for what is no weakness, such as an ignore that matches nothing. */
const weaknessOf = (rule) => weaknesses[rule];
export { weaknessOf };
