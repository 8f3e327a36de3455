;; The sieve: walks over bytes, 16 at a step, and stops at each step in which one of four things may be. It decides
;; nothing; sieve.ts calls it, carriers.ts looks at what it stops at. After a change: npm run docs.
;;
;; Memory: from 16 on, eight tables of 16 bytes, two for each question. A byte is looked up by its lower four bits in one
;; table and by its upper four in the other, 16 bytes at once (`swizzle`); the bits that both have answer the question.
;;   class   1, 2, 4: a letter or digit; 8, 16: a quote; 128: a zero byte
;;   first, second, third   one bit for each group of marks that have this letter at this place
;; The answer stands from 0 on: three masks of 32 bits, one bit for each byte of the step (see the end).
(module
  (memory (export "memory") 1)

  ;; Whether a byte is a letter or a digit.
  (func $isLetter (param $at i32) (result i32)
    (i32.and
      (i32.and
        (i32.load8_u offset=16 (i32.and (i32.load8_u (local.get $at)) (i32.const 15)))
        (i32.load8_u offset=32 (i32.shr_u (i32.load8_u (local.get $at)) (i32.const 4))))
      (i32.const 7)))

  ;; Whether the letters and digits that fill the step at $at and the one before are 60 or more with those beside them.
  (func $isLong (param $at i32) (result i32)
    (local $left i32) (local $right i32) (local $first i32)
    (local.set $left (i32.sub (local.get $at) (i32.const 16)))
    (local.set $first (i32.sub (local.get $at) (i32.const 44)))
    (block $begins
      (loop $back
        (br_if $begins (i32.le_u (local.get $left) (local.get $first)))
        (br_if $begins (i32.eqz (call $isLetter (i32.sub (local.get $left) (i32.const 1)))))
        (local.set $left (i32.sub (local.get $left) (i32.const 1)))
        (br $back)))
    (local.set $right (i32.add (local.get $at) (i32.const 16)))
    (loop $on
      (if (i32.ge_u (i32.sub (local.get $right) (local.get $left)) (i32.const 60)) (then (return (i32.const 1))))
      (if (i32.eqz (call $isLetter (local.get $right))) (then (return (i32.const 0))))
      (local.set $right (i32.add (local.get $right) (i32.const 1)))
      (br $on))
    (unreachable))

  ;; Where the next step begins in which there may be something, from $at on; $end or more: nowhere. Long runs count from
  ;; $fresh on, which may be below zero. Reads up to 44 bytes before $at and after $end, whatever they are: the caller
  ;; must not believe what it finds there.
  (func (export "sieve") (param $at i32) (param $end i32) (param $fresh i32) (result i32)
    (local $from i32)
    (local $classLow v128) (local $classHigh v128)
    (local $firstLow v128) (local $firstHigh v128)
    (local $secondLow v128) (local $secondHigh v128)
    (local $thirdLow v128) (local $thirdHigh v128)
    (local $low v128) (local $high v128) (local $class v128) (local $mark v128)
    (local $first v128) (local $firstBefore v128)
    (local $second v128) (local $secondBefore v128)
    (local $bytes v128)
    (local $zero i32) (local $zeroBefore i32) (local $zeros i64) (local $wide i32)
    (local $others i32) (local $behind i32) (local $around i32) (local $joint i32) (local $isRun i32)

    (local.set $classLow (v128.load offset=16 (i32.const 0)))
    (local.set $classHigh (v128.load offset=32 (i32.const 0)))
    (local.set $firstLow (v128.load offset=48 (i32.const 0)))
    (local.set $firstHigh (v128.load offset=64 (i32.const 0)))
    (local.set $secondLow (v128.load offset=80 (i32.const 0)))
    (local.set $secondHigh (v128.load offset=96 (i32.const 0)))
    (local.set $thirdLow (v128.load offset=112 (i32.const 0)))
    (local.set $thirdHigh (v128.load offset=128 (i32.const 0)))

    ;; One step earlier, to know what stands before the first.
    (local.set $from (local.get $at))
    (local.set $at (i32.sub (local.get $at) (i32.const 16)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $low (v128.and
          (local.get $bytes)
          (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15)))
        (local.set $high (i8x16.shr_u (local.get $bytes) (i32.const 4)))

        ;; Marks: a third letter whose two before are those of the same group.
        (local.set $first (v128.and
          (i8x16.swizzle (local.get $firstLow) (local.get $low))
          (i8x16.swizzle (local.get $firstHigh) (local.get $high))))
        (local.set $second (v128.and
          (i8x16.swizzle (local.get $secondLow) (local.get $low))
          (i8x16.swizzle (local.get $secondHigh) (local.get $high))))
        (local.set $mark (v128.and
          (v128.and
            (i8x16.shuffle 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29
              (local.get $firstBefore) (local.get $first))
            (i8x16.shuffle 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
              (local.get $secondBefore) (local.get $second)))
          (v128.and
            (i8x16.swizzle (local.get $thirdLow) (local.get $low))
            (i8x16.swizzle (local.get $thirdHigh) (local.get $high)))))

        (local.set $class (v128.and
          (i8x16.swizzle (local.get $classLow) (local.get $low))
          (i8x16.swizzle (local.get $classHigh) (local.get $high))))
        ;; The highest bit of a byte is its sign, which is what a mask is made of.
        (local.set $zero (i8x16.bitmask (local.get $class)))
        ;; One bit for each byte that is neither letter nor digit: the step before in the lower half, this one above.
        (local.set $others (i32.or
          (i32.shr_u (local.get $others) (i32.const 16))
          (i32.shl
            (i8x16.bitmask (i8x16.eq
              (v128.and (local.get $class) (v128.const i8x16 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7))
              (v128.const i64x2 0 0)))
            (i32.const 16))))
        ;; How many letters and digits the step before ends with and this one begins with; 32 where it is all of a step.
        (local.set $behind (i32.ctz (i32.shr_u (local.get $others) (i32.const 16))))
        (local.set $around (i32.add (i32.clz (i32.shl (local.get $others) (i32.const 16))) (local.get $behind)))
        (if (i32.or
              (i32.or (v128.any_true (local.get $mark)) (local.get $zero))
              (i32.ge_u (local.get $around) (i32.const 16)))
          (then
            ;; Few come here. Zero bytes at three of every other place: letters of UTF-16 are between.
            (local.set $wide (i32.and
              (i32.and
                (local.get $zero)
                (i32.and (i32.shr_u (local.get $zero) (i32.const 2)) (i32.shr_u (local.get $zero) (i32.const 4))))
              (i32.xor (i32.const -1)
                (i32.or (i32.shr_u (local.get $zero) (i32.const 1)) (i32.shr_u (local.get $zero) (i32.const 3))))))
            ;; A quote behind 16 letters and digits, which can only be the first byte of the step that is neither.
            (local.set $joint (i32.const 0))
            (if (i32.and
                  (i32.lt_u (local.get $behind) (i32.const 16))
                  (i32.ge_u (local.get $around) (i32.const 16)))
              (then (local.set $joint (i32.and
                (i32.shl (i32.const 1) (local.get $behind))
                (i8x16.bitmask (i8x16.ne
                  (v128.and
                    (local.get $class)
                    (v128.const i8x16 24 24 24 24 24 24 24 24 24 24 24 24 24 24 24 24))
                  (v128.const i64x2 0 0)))))))
            ;; 60 letters and digits in a row fill two steps in a row.
            (local.set $isRun (i32.and
              (i32.and (i32.eqz (local.get $others)) (i32.ge_u (local.get $at) (local.get $from)))
              (i32.ge_s (local.get $at) (local.get $fresh))))
            (if (local.get $isRun) (then (local.set $isRun (call $isLong (local.get $at)))))
            ;; Six zero bytes at every other place of this step and those beside it: less is no word.
            (if (local.get $wide)
              (then
                (local.set $zeros (i64.or
                  (i64.or
                    (i64.extend_i32_u (local.get $zeroBefore))
                    (i64.shl (i64.extend_i32_u (local.get $zero)) (i64.const 16)))
                  (i64.shl
                    (i64.extend_i32_u (i8x16.bitmask (i8x16.eq
                      (v128.load offset=16 (local.get $at))
                      (v128.const i64x2 0 0))))
                    (i64.const 32))))
                (local.set $zeros (i64.and (local.get $zeros) (i64.shr_u (local.get $zeros) (i64.const 2))))
                (local.set $zeros (i64.and
                  (local.get $zeros)
                  (i64.and
                    (i64.shr_u (local.get $zeros) (i64.const 4))
                    (i64.shr_u (local.get $zeros) (i64.const 8)))))
                (local.set $wide (i32.and
                  (local.get $wide)
                  (i32.sub (i32.const 0) (i64.ne (local.get $zeros) (i64.const 0)))))))
            (if (i32.or
                  (i32.or (v128.any_true (local.get $mark)) (local.get $wide))
                  (i32.or (local.get $joint) (local.get $isRun)))
              (then (br_if $done (i32.ge_u (local.get $at) (local.get $from)))))))
        (local.set $zeroBefore (local.get $zero))
        (local.set $firstBefore (local.get $first))
        (local.set $secondBefore (local.get $second))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))

    ;; Third letters of marks; a quote; zero bytes between letters.
    (i32.store offset=0 (i32.const 0)
      (i8x16.bitmask (i8x16.ne (local.get $mark) (v128.const i64x2 0 0))))
    (i32.store offset=4 (i32.const 0) (local.get $joint))
    (i32.store offset=8 (i32.const 0) (local.get $wide))
    (local.get $at)))
