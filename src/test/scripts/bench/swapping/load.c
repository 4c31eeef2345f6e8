// An open-loop load that notes the fate of every single question: DNS queries over UDP, and TCP connections that send a
// ClientHello, each due at its own moment whatever became of those before. One thread, loopback only.
// usage: load LOG SECONDS DNS-PORT QUERIES-A-SECOND NAMES [TLS-PORT CONNECTIONS-A-SECOND HOSTS]
// NAMES and HOSTS: one a line, asked in turn. LOG: a record (below) for each, in no promised order.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SOCKETS = 8, SLOTS = 65536, BATCH = 64, CONNECTIONS = 4096, LONGEST = 600, PATIENCE = 5 };
enum { DNS = 0, HELLO = 1 };
enum { ANSWERED = 0, REFUSED = 1, BROKEN = 2 }; // of a hello; of a query: its RCODE

// Times in ns of CLOCK_MONOTONIC; received is 0 where nothing came. mark: the octet after the word "list " in an answer.
struct record { uint64_t due, sent, received; uint32_t which; uint8_t kind, result, mark, unused; };

static FILE *out;
static uint64_t now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1000000000ull + t.tv_nsec; }
static void note(struct record r) { fwrite(&r, sizeof r, 1, out); }
static void *grown(size_t count, size_t each) { void *p = calloc(count, each); if (!p) exit(3); return p; }

// ---- what is asked ----
struct texts { char *text; uint32_t *offset, count; };
static struct texts lines(const char *path) {
  FILE *f = fopen(path, "r"); if (!f) { perror(path); exit(3); }
  fseek(f, 0, SEEK_END); long size = ftell(f); rewind(f);
  struct texts t = {grown(size + 1, 1), grown(size / 2 + 2, 4), 0};
  if (fread(t.text, 1, size, f) != (size_t)size) exit(3);
  fclose(f);
  for (char *at = strtok(t.text, "\n"); at; at = strtok(NULL, "\n")) t.offset[t.count++] = at - t.text;
  if (!t.count) { fprintf(stderr, "%s is empty\n", path); exit(3); }
  return t;
}
static const char *line(struct texts *t, uint32_t which) { return t->text + t->offset[which % t->count]; }

// ---- DNS ----
static struct slot { uint64_t due, sent; uint32_t which; } (*slots)[SLOTS];
static int udp[SOCKETS]; static uint16_t next_id[SOCKETS]; static uint32_t waiting; static struct texts names;
static unsigned char queries[BATCH][LONGEST], answers[BATCH][4096];

static int query(unsigned char *to, uint16_t id, const char *name) {
  unsigned char *p = to; const unsigned char head[12] = {id >> 8, id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1};
  memcpy(p, head, 12); p += 12;
  for (const char *l = name; *l;) { const char *dot = strchrnul(l, '.'); *p++ = dot - l; memcpy(p, l, dot - l); p += dot - l; l = *dot ? dot + 1 : dot; }
  static const unsigned char tail[] = {0, 0, 1, 0, 1, /* OPT: 1,232 octets */ 0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0};
  memcpy(p, tail, sizeof tail); return p + sizeof tail - to;
}
static void forget(struct slot *s) { if (s->sent) { note((struct record){s->due, s->sent, 0, s->which, DNS, 255, 0, 0}); s->sent = 0; waiting--; } }
static void send_queries(uint64_t sent_so_far, int count, uint64_t begin, double rate) {
  struct mmsghdr m[BATCH]; struct iovec v[BATCH]; int s = sent_so_far / BATCH % SOCKETS; uint64_t t = now();
  for (int i = 0; i < count; i++) {
    uint32_t which = (sent_so_far + i) % names.count; uint16_t id = next_id[s]++;
    struct slot *slot = &slots[s][id]; forget(slot);
    *slot = (struct slot){begin + (uint64_t)((sent_so_far + i) / rate * 1e9), t, which}; waiting++;
    v[i] = (struct iovec){queries[i], query(queries[i], id, line(&names, which))};
    m[i].msg_hdr = (struct msghdr){.msg_iov = &v[i], .msg_iovlen = 1};
  }
  for (int done = 0; done < count;) { int n = sendmmsg(udp[s], m + done, count - done, 0); if (n > 0) done += n; else if (errno != EAGAIN && errno != ECONNREFUSED) exit(4); }
}
static void receive_answers(int s) {
  struct mmsghdr m[BATCH]; struct iovec v[BATCH]; unsigned char asked[LONGEST];
  for (int i = 0; i < BATCH; i++) { v[i] = (struct iovec){answers[i], sizeof answers[i]}; m[i].msg_hdr = (struct msghdr){.msg_iov = &v[i], .msg_iovlen = 1}; }
  int n = recvmmsg(udp[s], m, BATCH, MSG_DONTWAIT, NULL); uint64_t t = now();
  for (int i = 0; i < n; i++) {
    int length = m[i].msg_len; uint16_t id = answers[i][0] << 8 | answers[i][1]; struct slot *slot = &slots[s][id];
    if (!slot->sent) continue;
    int question = query(asked, id, line(&names, slot->which)) - 11; // without OPT
    if (length < question || memcmp(asked + 12, answers[i] + 12, question - 12)) continue; // of a query that was given up
    unsigned char *mark = memmem(answers[i] + question, length - question, "list ", 5);
    note((struct record){slot->due, slot->sent, t, slot->which, DNS, answers[i][3] & 15, mark && mark + 5 < answers[i] + length ? mark[5] : 0, 0});
    slot->sent = 0; waiting--;
  }
}

// ---- connections: a ClientHello of 517 octets as browsers send it, no cryptography; who answers sends 1 KiB and closes ----
static struct connection { int fd; uint64_t due, sent, received; uint32_t which; int got; } connections[CONNECTIONS];
static int unused[CONNECTIONS], free_count, epoll; static struct texts hosts; static struct sockaddr_in door;

static int hello(unsigned char *to, const char *host) {
  static const unsigned char suites[] = {0, 6, 0x13, 1, 0x13, 2, 0x13, 3, 1, 0};
  static const unsigned char more[] = {0, 10, 0, 4, 0, 2, 0, 29, 0, 13, 0, 8, 0, 6, 4, 3, 8, 4, 4, 1, 0, 43, 0, 3, 2, 3, 4};
  unsigned char *p = to + 9; int n = strlen(host);
  *p++ = 3; *p++ = 3; for (int i = 0; i < 32; i++) *p++ = i * 37; *p++ = 32; for (int i = 0; i < 32; i++) *p++ = i * 3;
  memcpy(p, suites, sizeof suites); p += sizeof suites; unsigned char *extensions = p; p += 2;
  const unsigned char sni[9] = {0, 0, (n + 5) >> 8, n + 5, (n + 3) >> 8, n + 3, 0, n >> 8, n};
  memcpy(p, sni, 9); p += 9; memcpy(p, host, n); p += n; memcpy(p, more, sizeof more); p += sizeof more;
  int padding = 517 - (int)(p - to) - 4; *p++ = 0; *p++ = 21; *p++ = padding >> 8; *p++ = padding; memset(p, 0, padding); p += padding;
  int e = p - extensions - 2, body = p - to - 9; extensions[0] = e >> 8; extensions[1] = e;
  const unsigned char head[9] = {22, 3, 1, (body + 4) >> 8, body + 4, 1, 0, body >> 8, body}; memcpy(to, head, 9); return p - to;
}
static void end(struct connection *c, int result) {
  note((struct record){c->due, c->sent, result == BROKEN ? 0 : c->received, c->which, HELLO, result, 0, 0});
  close(c->fd); c->fd = -1; unused[free_count++] = c - connections;
}
static void open_connection(uint64_t due, uint32_t which) {
  if (!free_count) { note((struct record){due, due, 0, which, HELLO, BROKEN, 0, 0}); return; }
  struct connection *c = &connections[unused[--free_count]];
  *c = (struct connection){socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), due, now(), 0, which, 0};
  if (c->fd < 0 || (connect(c->fd, (void *)&door, sizeof door) && errno != EINPROGRESS)) { end(c, BROKEN); return; }
  struct epoll_event e = {EPOLLOUT, {.u32 = SOCKETS + (c - connections)}}; epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &e);
}
static void serve_connection(struct connection *c, uint32_t events) {
  static unsigned char b[8192];
  if (c->fd < 0) return;
  if (events & EPOLLOUT) {
    int length = hello(b, line(&hosts, c->which)); c->sent = now();
    if (write(c->fd, b, length) != length) { end(c, BROKEN); return; }
    struct epoll_event e = {EPOLLIN, {.u32 = SOCKETS + (c - connections)}}; epoll_ctl(epoll, EPOLL_CTL_MOD, c->fd, &e); return;
  }
  int n = read(c->fd, b, sizeof b);
  if (n < 0 && errno == EAGAIN) return;
  if (n > 0) { c->got += n; if (c->got < 1024) return; }
  c->received = now(); end(c, c->got >= 1024 ? ANSWERED : c->got ? BROKEN : REFUSED);
}

int main(int count, char **a) {
  if (count != 6 && count != 9) { fprintf(stderr, "usage: load LOG SECONDS DNS-PORT RATE NAMES [TLS-PORT RATE HOSTS]\n"); return 2; }
  out = fopen(a[1], "wb"); double seconds = atof(a[2]), rate = atof(a[4]), opening = count > 6 ? atof(a[7]) : 0; names = lines(a[5]);
  setvbuf(out, grown(1 << 20, 1), _IOFBF, 1 << 20); slots = grown(SOCKETS, sizeof *slots); epoll = epoll_create1(0);
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(atoi(a[3])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)}; int size = 4 << 20;
  for (int s = 0; s < SOCKETS; s++) {
    udp[s] = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0); setsockopt(udp[s], SOL_SOCKET, SO_RCVBUF, &size, sizeof size); setsockopt(udp[s], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
    if (connect(udp[s], (void *)&server, sizeof server)) { perror("connect"); return 1; }
    struct epoll_event e = {EPOLLIN, {.u32 = s}}; epoll_ctl(epoll, EPOLL_CTL_ADD, udp[s], &e);
  }
  if (opening > 0) { hosts = lines(a[8]); door = server; door.sin_port = htons(atoi(a[6])); }
  for (int i = 0; i < CONNECTIONS; i++) { connections[i].fd = -1; unused[free_count++] = i; }
  uint64_t begin = now(), finish = begin + (uint64_t)(seconds * 1e9), asked = 0, opened = 0, t; struct epoll_event events[256];
  while ((t = now()) < finish || ((waiting || free_count < CONNECTIONS) && t < finish + PATIENCE * 1000000000ull)) {
    if (t < finish) {
      uint64_t due = (t - begin) * 1e-9 * rate, due_open = (t - begin) * 1e-9 * opening;
      if (due > asked) { int n = BATCH - (int)(asked % BATCH); if (due - asked < (uint64_t)n) n = due - asked; send_queries(asked, n, begin, rate); asked += n; }
      for (int i = 0; i < 16 && opened < due_open; i++, opened++) open_connection(begin + (uint64_t)(opened / opening * 1e9), opened % hosts.count);
    }
    struct timespec wait = {0, 50000}; int n = epoll_pwait2(epoll, events, 256, &wait, NULL);
    for (int i = 0; i < n; i++) { if (events[i].data.u32 < SOCKETS) receive_answers(events[i].data.u32); else serve_connection(&connections[events[i].data.u32 - SOCKETS], events[i].events); }
  }
  for (int s = 0; s < SOCKETS; s++) for (int i = 0; i < SLOTS; i++) forget(&slots[s][i]);
  for (int i = 0; i < CONNECTIONS; i++) if (connections[i].fd >= 0) end(&connections[i], BROKEN);
  return fclose(out) ? 5 : 0;
}
