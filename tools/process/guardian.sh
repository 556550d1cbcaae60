# Ends the process groups it was told of when its standard input closes, which happens however the launcher ends.
# Lines: `+PID` a group to end, `=PID` a group to end after all others (Redis, so that workers can hand back), `-PID` gone.
first=
last=

without() { # without PID LIST...
  gone=$1
  shift
  for pid; do [ "$pid" = "$gone" ] || printf '%s ' "$pid"; done
}

alive() { # a leader that nobody has reaped yet still has its group, and counts as gone
  kill -s 0 -- "-$1" 2>/dev/null || return 1
  state=
  [ ! -r "/proc/$1/stat" ] || read -r state <"/proc/$1/stat" || return 1
  case $state in *") Z "*) return 1 ;; esac
}

end_all() { # asks, waits up to 5 s, then makes them
  for pid; do kill -s TERM -- "-$pid" 2>/dev/null; done
  tries=50
  while [ "$tries" -gt 0 ]; do
    left=
    for pid; do alive "$pid" && left=1; done
    [ -n "$left" ] || return 0
    sleep 0.1
    tries=$((tries - 1))
  done
  for pid; do kill -s KILL -- "-$pid" 2>/dev/null; done
}

while read -r line; do
  case $line in
    +*) first="$first ${line#+}" ;;
    =*) last="$last ${line#=}" ;;
    -*)
      first=$(without "${line#-}" $first)
      last=$(without "${line#-}" $last)
      ;;
  esac
done
[ -z "$first" ] || end_all $first
[ -z "$last" ] || end_all $last
