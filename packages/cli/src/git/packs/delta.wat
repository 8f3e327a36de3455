;; Takes the steps of a delta: what `applyDelta` of delta.ts does, several times as fast. After a change: npm run docs.
(module
  (import "gates" "memory" (memory 1))

  ;; The steps from $at to $end make $size bytes at $to from the base, which are $baseSize bytes at $base; all are places
  ;; in the memory. 1 where the steps are right and make just so many. A step may read up to seven bytes behind $end.
  (func (export "apply")
    (param $at i32) (param $end i32) (param $base i32) (param $baseSize i32) (param $to i32) (param $size i32)
    (result i32)
    (local $stop i32) (local $step i32) (local $from i32) (local $length i32)
    (local.set $stop (i32.add (local.get $to) (local.get $size)))
    (block $wrong
      (loop $next
        (if (i32.ge_u (local.get $at) (local.get $end))
          (then (return (i32.eq (local.get $to) (local.get $stop)))))
        (local.set $step (i32.load8_u (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (if (i32.ge_u (local.get $step) (i32.const 0x80))
          (then
            ;; A copy: of where and of how much only the bytes stand there that are not zero.
            (local.set $from (i32.const 0))
            (local.set $length (i32.const 0))
            (if (i32.and (local.get $step) (i32.const 0x01)) (then
              (local.set $from (i32.load8_u (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.and (local.get $step) (i32.const 0x02)) (then
              (local.set $from (i32.or (local.get $from)
                (i32.shl (i32.load8_u (local.get $at)) (i32.const 8))))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.and (local.get $step) (i32.const 0x04)) (then
              (local.set $from (i32.or (local.get $from)
                (i32.shl (i32.load8_u (local.get $at)) (i32.const 16))))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.and (local.get $step) (i32.const 0x08)) (then
              (local.set $from (i32.or (local.get $from)
                (i32.shl (i32.load8_u (local.get $at)) (i32.const 24))))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.and (local.get $step) (i32.const 0x10)) (then
              (local.set $length (i32.load8_u (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.and (local.get $step) (i32.const 0x20)) (then
              (local.set $length (i32.or (local.get $length)
                (i32.shl (i32.load8_u (local.get $at)) (i32.const 8))))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.and (local.get $step) (i32.const 0x40)) (then
              (local.set $length (i32.or (local.get $length)
                (i32.shl (i32.load8_u (local.get $at)) (i32.const 16))))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))))
            (if (i32.eqz (local.get $length)) (then (local.set $length (i32.const 0x10000))))
            (br_if $wrong (i32.gt_u (local.get $at) (local.get $end)))
            (br_if $wrong (i32.gt_u (local.get $length) (local.get $baseSize)))
            (br_if $wrong (i32.gt_u (local.get $from) (i32.sub (local.get $baseSize) (local.get $length))))
            (local.set $from (i32.add (local.get $base) (local.get $from))))
          (else
            ;; New bytes.
            (local.set $from (local.get $at))
            (local.set $length (local.get $step))
            (local.set $at (i32.add (local.get $at) (local.get $length)))
            (br_if $wrong (i32.or (i32.eqz (local.get $length)) (i32.gt_u (local.get $at) (local.get $end))))))
        (br_if $wrong (i32.gt_u (local.get $length) (i32.sub (local.get $stop) (local.get $to))))
        (if (i32.gt_u (local.get $length) (i32.const 48))
          (then
            (memory.copy (local.get $to) (local.get $from) (local.get $length))
            (local.set $to (i32.add (local.get $to) (local.get $length))))
          (else
            (block $few
              (loop $eight
                (br_if $few (i32.lt_u (local.get $length) (i32.const 8)))
                (i64.store align=1 (local.get $to) (i64.load align=1 (local.get $from)))
                (local.set $to (i32.add (local.get $to) (i32.const 8)))
                (local.set $from (i32.add (local.get $from) (i32.const 8)))
                (local.set $length (i32.sub (local.get $length) (i32.const 8)))
                (br $eight)))
            (block $none
              (loop $one
                (br_if $none (i32.eqz (local.get $length)))
                (i32.store8 (local.get $to) (i32.load8_u (local.get $from)))
                (local.set $to (i32.add (local.get $to) (i32.const 1)))
                (local.set $from (i32.add (local.get $from) (i32.const 1)))
                (local.set $length (i32.sub (local.get $length) (i32.const 1)))
                (br $one)))))
        (br $next)))
    (i32.const 0)))
