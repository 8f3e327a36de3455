import { credentialFile, decode, detectEncoding, gateHits, isWanted, mayHold, passes } from "./first.mjs";
import { Secret, byInterest, conclude, defaultKeyAge, detect, documents, expand, explain, lastRenewal, locate, observe, observeCredentials, observeFile, observeRisks, readingClass, rules, signals } from "./dist5.mjs";
import { mayBeWorthReading, worthReading } from "./worth-reading.mjs";
export { Secret, byInterest, conclude, credentialFile, decode, defaultKeyAge, detect, detectEncoding, documents, expand, explain, gateHits, isWanted, lastRenewal, locate, mayBeWorthReading, mayHold, observe, observeCredentials, observeFile, observeRisks, passes, readingClass, rules, signals, worthReading };
