;; The search for words: three or four letters of literals, in any case. It only says where one may stand; word-search.ts
;; calls it. After a change: npm run docs.
;;
;; Memory: for each search a table of 65,536 bytes, and what is searched. A word is hashed to 32 bits: at the upper half of
;; them the table has seven of the lower ones, and one; 255 where words have the same upper half; else zero.
(module
  (memory (export "memory") 0)

  ;; The first of $at, $at + $one, … below $end at which a word may begin; $end or more: nowhere. $mask: which bytes of four
  ;; are the word, the lowest is the first. Reads up to three bytes after the last word. Bit 5 tells upper from lower case.
  (func (export "find")
    (param $at i32) (param $end i32) (param $one i32) (param $mask i32) (param $table i32) (result i32)
    (local $two i32) (local $three i32) (local $far i32) (local $hash i32) (local $entry i32)
    (local.set $two (i32.mul (local.get $one) (i32.const 2)))
    (local.set $three (i32.mul (local.get $one) (i32.const 3)))
    (local.set $far (i32.sub (local.get $end) (local.get $three)))
    (block $done
      (loop $next
        ;; Four words at a time while there is nothing: half the branches.
        (if (i32.lt_s (local.get $at) (local.get $far))
          (then
            (if (i32.eqz (i32.or
                (i32.or
                  (i32.load8_u (i32.add (local.get $table) (i32.shr_u
                  (i32.mul (i32.and (i32.or (i32.load (local.get $at)) (i32.const 0x20202020)) (local.get $mask)) (i32.const 0x9e3779b1))
                  (i32.const 16))))
                  (i32.load8_u (i32.add (local.get $table) (i32.shr_u
                  (i32.mul (i32.and (i32.or (i32.load (i32.add (local.get $at) (local.get $one))) (i32.const 0x20202020)) (local.get $mask)) (i32.const 0x9e3779b1))
                  (i32.const 16)))))
                (i32.or
                  (i32.load8_u (i32.add (local.get $table) (i32.shr_u
                  (i32.mul (i32.and (i32.or (i32.load (i32.add (local.get $at) (local.get $two))) (i32.const 0x20202020)) (local.get $mask)) (i32.const 0x9e3779b1))
                  (i32.const 16))))
                  (i32.load8_u (i32.add (local.get $table) (i32.shr_u
                  (i32.mul (i32.and (i32.or (i32.load (i32.add (local.get $at) (local.get $three))) (i32.const 0x20202020)) (local.get $mask)) (i32.const 0x9e3779b1))
                  (i32.const 16)))))))
              (then
                (local.set $at (i32.add (local.get $at) (i32.mul (local.get $one) (i32.const 4))))
                (br $next)))))
        (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
        (local.set $hash
          (i32.mul (i32.and (i32.or (i32.load (local.get $at)) (i32.const 0x20202020)) (local.get $mask)) (i32.const 0x9e3779b1)))
        (local.set $entry (i32.load8_u (i32.add (local.get $table) (i32.shr_u (local.get $hash) (i32.const 16)))))
        ;; Of words that are none of these few pass: one in 65,536 has the same entry by chance, times how many these are.
        (br_if $done (i32.and
          (i32.ne (local.get $entry) (i32.const 0))
          (i32.or
            (i32.eq (local.get $entry) (i32.const 255))
            (i32.eq
              (local.get $entry)
              (i32.add (i32.and (i32.shr_u (local.get $hash) (i32.const 8)) (i32.const 127)) (i32.const 1))))))
        (local.set $at (i32.add (local.get $at) (local.get $one)))
        (br $next)))
    (local.get $at)))
