# Bare Debian 12 roots: made, entered, removed. Sourced by `try`, which sets `roots` (the folder they lie in) and `clone`
# (the repository they get).

# Where the packages come from, as lines of a sources.list: STRIDELAB_MIRROR, or where this machine has them from.
package_sources() {
  if [ -n "${STRIDELAB_MIRROR:-}" ]; then
    echo "deb $STRIDELAB_MIRROR bookworm main"
    return
  fi
  # shellcheck disable=SC2016  # the names are apt's
  apt-get indextargets --format 'deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null |
    grep -E ' bookworm(-updates|-security)? main$' | sort -u | grep . || echo "deb http://deb.debian.org/debian bookworm main"
}

remove_root() {
  local root=$roots/$1
  # A mounted /proc or /dev would go with it. Ours end with their namespace; somebody else's may not.
  if grep -qF " $root/" /proc/self/mounts; then die "something is mounted below $root"; fi
  rm -rf --one-file-system "$root"
}

# What every root is copied from: minbase, an ordinary user, no lists of packages (as in a container).
make_base() {
  [ -f "$roots/base.done" ] && return
  local base=$roots/base mirror
  mirror=$(package_sources | awk '$3 == "bookworm" {print $2; exit}')
  echo "making a bare Debian 12 from $mirror ..."
  remove_root base
  debootstrap --variant=minbase bookworm "$base" "$mirror" > "$roots/base.log" 2>&1 || die "debootstrap failed: $roots/base.log"
  package_sources > "$base/etc/apt/sources.list"
  # How this machine reaches the mirror: proxies, and whether it is a snapshot.
  apt-config dump | grep -E '^Acquire::(http|https|Check)' > "$base/etc/apt/apt.conf.d/90host"
  cp /etc/resolv.conf "$base/etc/resolv.conf"
  chroot "$base" useradd --create-home --shell /bin/bash runner || die "no ordinary user could be made"
  chroot "$base" apt-get clean
  rm -rf "$base"/var/lib/apt/lists/*
  touch "$roots/base.done"
}

# A root with the files of another, the base by default. new_root NAME [FROM]
new_root() {
  make_base
  remove_root "$1"
  cp -a --reflink=auto "$roots/${2:-base}" "$roots/$1" || die "no room for another root"
}

# The committed state of this checkout, owned by a user of the root. put_clone NAME USER
put_clone() {
  rm -rf --one-file-system "$roots/$1/stridelab"
  git clone --quiet --no-hardlinks "$clone" "$roots/$1/stridelab" || die "cannot clone $clone"
  chroot "$roots/$1" chown -R "$2:" /stridelab
}

# What is committed now, in a clone that was made earlier: what it has built stays. The repository cannot be reached from
# within the root. renew_clone NAME USER
renew_clone() {
  local git=(git -c safe.directory='*' -C "$roots/$1/stridelab")
  "${git[@]}" fetch --quiet "$clone" HEAD && "${git[@]}" reset --quiet --hard FETCH_HEAD || die "cannot renew the clone in $1"
  chroot "$roots/$1" chown -R "$2:" /stridelab
}

# Runs a command in the clone of a root: nothing of this machine's environment, and mounts and processes of its own,
# which end with it, whatever happens. in_root NAME USER COMMAND
in_root() {
  local home=/root
  [ "$2" = root ] || home=/home/$2
  # shellcheck disable=SC2016  # expanded by the inner shell
  unshare --mount --pid --fork --kill-child bash -c '
    mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" || exit 71
    chroot --userspec="$2:" "$1" env -i HOME="$3" USER="$2" TERM=dumb ${http_proxy:+http_proxy="$http_proxy"} \
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin sh -c "cd /stridelab && $4"
    exit $?  # not in place of this shell: another user would not be ended with unshare
  ' in_root "$roots/$1" "$2" "$home" "$3" < /dev/null
}

# Packages that apt is not to see, as where a mirror lacks them. pin_away NAME PACKAGE ...
pin_away() {
  local root=$roots/$1
  shift
  printf 'Package: %s\nPin: release *\nPin-Priority: -1\n' "$*" > "$root/etc/apt/preferences.d/unavailable"
}
