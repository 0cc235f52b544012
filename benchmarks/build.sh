# Read by the commands beside it: needs $root; builds if need be; sets $java and $commit.
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
commit="$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)"
if [ -n "$(git -C "$root" status --porcelain -- '*.java' '*.xml' 2>/dev/null)" ]; then
  commit="$commit with changes"
fi
stamp="$root/benchmarks/target/measured-build"
if [ ! -e "$stamp" ] || [ ! -e "$root/agent/target/gnomon-agent.jar" ] ||
  [ -n "$(find "$root" -name target -prune -o \( -name '*.java' -o -name pom.xml \) -newer "$stamp" -print -quit)" ]; then
  mkdir -p "$root/benchmarks/target"
  touch "$stamp.begun"
  (cd "$root/benchmarks/target" && rm -rf service harness agents)
  (cd "$root" && mvn -B -q -Pmeasure -DskipTests -pl agent,benchmarks -am package) >&2
  mv "$stamp.begun" "$stamp"
fi
