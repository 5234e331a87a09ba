/* The clock of a program that is told another time: CLOCK holds the seconds since 1970 that it shows all the while. */
#include <stdlib.h>
#include <sys/time.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static time_t shown(void) { return (time_t)atoll(getenv("CLOCK")); }

int clock_gettime(clockid_t which, struct timespec *told) {
    if (which != CLOCK_REALTIME)
        return (int)syscall(SYS_clock_gettime, which, told);
    told->tv_sec = shown();
    told->tv_nsec = 0;
    return 0;
}

int gettimeofday(struct timeval *told, void *zone) {
    (void)zone;
    told->tv_sec = shown();
    told->tv_usec = 0;
    return 0;
}

time_t time(time_t *told) {
    time_t now = shown();
    if (told)
        *told = now;
    return now;
}
