/* What does a program do to the files of one folder, in which order? Loaded before libc, it writes every change to a log:
   one byte for the deed, the lengths of path and data, the offset, then path and data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(result, name, ...) static result (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)

static int log_file = -1;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    folder = getenv("WATCHED_FOLDER");
    const char *log_path = getenv("WATCH_LOG");
    int (*open_it)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    if (folder && log_path) log_file = open_it(log_path, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int is_watched(const char *path) {
    return log_file >= 0 && path && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *path_of(int fd, char *place) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, place, PATH_MAX - 1);
    if (size < 0) return NULL;
    place[size] = 0;
    return place;
}

static void note(char deed, const char *path, uint64_t offset, const void *data, uint32_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    uint32_t path_size = strlen(path);
    char *line = malloc(17 + path_size + size);
    line[0] = deed;
    memcpy(line + 1, &path_size, 4);
    memcpy(line + 5, &size, 4);
    memcpy(line + 9, &offset, 8);
    memcpy(line + 17, path, path_size);
    if (size) memcpy(line + 17 + path_size, data, size);
    if (real(log_file, line, 17 + path_size + size) < 0) abort();
    free(line);
}

static void note_fd(char deed, int fd, uint64_t offset, const void *data, uint32_t size) {
    char place[PATH_MAX];
    const char *path = path_of(fd, place);
    if (is_watched(path)) note(deed, path, offset, data, size);
}

static void note_opening(const char *path, int flags) {
    char whole[PATH_MAX];
    if (!path) return;
    if (path[0] != '/') {
        if (!getcwd(whole, sizeof whole) || strlen(whole) + strlen(path) + 2 > sizeof whole) return;
        strcat(strcat(whole, "/"), path);
        path = whole;
    }
    if (!is_watched(path)) return;
    struct stat there;
    if (stat(path, &there) != 0) { if (flags & O_CREAT) note('C', path, 0, NULL, 0); }
    else if ((flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY) note('T', path, 0, NULL, 0);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        note_opening(path, flags); \
        return real(path, flags, mode); }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
    int name(int at, const char *path, int flags, ...) { \
        REAL(int, #name, int, const char *, int, ...); \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        note_opening(path, flags); \
        return real(at, path, flags, mode); }
OPENING_AT(openat)
OPENING_AT(openat64)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (fd == 1 && log_file >= 0) note('A', "", 0, data, size);
    off_t offset = lseek(fd, 0, SEEK_CUR);
    if (offset >= 0) note_fd('W', fd, offset, data, size);
    return real(fd, data, size);
}

#define WRITING(name, offset_type) \
    ssize_t name(int fd, const void *data, size_t size, offset_type offset) { \
        REAL(ssize_t, #name, int, const void *, size_t, offset_type); \
        note_fd('W', fd, offset, data, size); \
        return real(fd, data, size, offset); }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

#define CUTTING(name, size_type) \
    int name(int fd, size_type size) { \
        REAL(int, #name, int, size_type); \
        note_fd('T', fd, size, NULL, 0); \
        return real(fd, size); }
CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

#define SYNCING(name) \
    int name(int fd) { \
        REAL(int, #name, int); \
        int done = real(fd); \
        note_fd('S', fd, 0, NULL, 0); \
        return done; }
SYNCING(fsync)
SYNCING(fdatasync)

/* Copies made inside the kernel would not be seen: refused, so that the program copies by reading and writing. */
ssize_t sendfile(int out, int in, off_t *offset, size_t size) {
    (void)out, (void)in, (void)offset, (void)size;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t size) {
    return sendfile(out, in, (off_t *)offset, size);
}

ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t size, unsigned int flags) {
    (void)in, (void)in_at, (void)out, (void)out_at, (void)size, (void)flags;
    errno = ENOSYS;
    return -1;
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    int done = real(path);
    if (done == 0 && is_watched(path)) note('U', path, 0, NULL, 0);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    int done = real(from, to);
    if (done == 0 && is_watched(from)) note('R', from, 0, to, strlen(to));
    return done;
}
