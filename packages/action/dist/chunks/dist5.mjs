import { Et as mayHold, at as decode, ct as gateHits, gt as credentialFile, lt as isWanted, st as detectEncoding, ut as passes } from "./first.mjs";
import { _ as byInterest, a as expand, c as lastRenewal, d as observeRisks, f as rules, g as Secret, h as signals, i as explain, l as observe, m as locate, n as observeFile, o as conclude, p as defaultKeyAge, r as readingClass, s as detect, t as documents, u as observeCredentials } from "./dist4.mjs";
import { n as worthReading } from "./worth-reading.mjs";
export { Secret, byInterest, conclude, credentialFile, decode, defaultKeyAge, detect, detectEncoding, documents, expand, explain, gateHits, isWanted, lastRenewal, locate, mayHold, observe, observeCredentials, observeFile, observeRisks, passes, readingClass, rules, signals, worthReading };
