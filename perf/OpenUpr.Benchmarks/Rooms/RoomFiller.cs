using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Rooms;

/// <summary>Makes a coalition of the demonstration as large as a real one gets after a cycle: invented people, organisations, meetings, cases and log entries beside those that are there.</summary>
internal sealed class RoomFiller(Store store, Keyring keys, CoalitionAccess access)
{
    public const int People = 200;
    public const int Organisations = 60;
    public const int MeetingCount = 500;
    public const int Cases = 2_000;
    public const int LogEntries = 20_000;

    private static readonly string[] s_words = ["harbour", "hill", "river", "court", "school", "island", "market", "field", "bridge", "lamp"];
    private static readonly string[] s_deeds = ["evidence.read", "evidence.change", "evidence-file.download", "evidence.safety-check", "evidence.add"];

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public async Task FillAsync(CancellationToken cancel)
    {
        var organisations = await AddAsync(Counters.Organisations, Organisations, (id, i) => [NewOrganisation(id, i)], cancel);
        var people = await AddAsync(Counters.Memberships, People, (id, i) => NewPerson(id, i, organisations + (i % Organisations)), cancel);
        var meetings = await AddAsync(Counters.Meetings, MeetingCount, (id, i) => [NewMeeting(id, i)], cancel);
        await AddAsync(Counters.Decisions, MeetingCount * 3, (id, i) => [NewDecision(id, i, meetings + (i / 3), people + (i % People))], cancel);
        await AddAsync(Counters.Attendances, MeetingCount * 20, (id, i) => [NewAttendance(id, meetings + (i / 20), people + (i % 20))], cancel);
        var cases = await AddCasesAsync(cancel);
        await AddLogAsync(cases, cancel);
    }

    private async Task<long> AddAsync(string counter, int count, Func<long, int, object[]> make, CancellationToken cancel)
    {
        long first = 0;
        for (var start = 0; start < count; start += 1_000)
        {
            await using var db = store.Open(access);
            await using var transaction = await db.BeginWriteAsync(cancel);
            var chunk = Math.Min(1_000, count - start);
            var id = await db.TakeIdsAsync(counter, chunk, cancel);
            first = start == 0 ? id : first;
            db.AddRange(Enumerable.Range(0, chunk).SelectMany(i => make(id + i, start + i)));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return first;
    }

    private Organisation NewOrganisation(long id, int i) => new()
    {
        Id = id, CoalitionId = access.CoalitionId, Name = $"{Words(i)} association {i}", Kind = "ngo", Issues = "Detention\nJustice", EcosocStatus = "none", NhriStatus = "none", Place = Words(i + 3), JoinedOn = Day(i),
    };

    private object[] NewPerson(long id, int i, long organisation) =>
    [
        new Membership { Id = id, CoalitionId = access.CoalitionId, Role = i % 4 == 0 ? "editor" : "contributor", JoinedAt = _now.AddDays(-i) },
        new Member { Id = id, CoalitionId = access.CoalitionId, Name = $"{Words(i)} person {i}", OrganisationId = organisation, Task = Words(i + 1) },
    ];

    private Meeting NewMeeting(long id, int i) => new()
    {
        Id = id, CoalitionId = access.CoalitionId, Title = $"Meeting {i} on {Words(i)}", StartsAt = _now.AddDays(-i), Venue = Words(i + 2), CirculatedAt = i % 3 == 0 ? null : _now.AddDays(1 - i),
        Agenda = string.Join('\n', Enumerable.Range(1, 8).Select(n => $"{n}. {Words(i + n)}")), Minutes = string.Join('\n', Enumerable.Range(1, 40).Select(n => $"{Words(i + n)}, {Words((i * 7) + n)}: agreed.")),
    };

    private Decision NewDecision(long id, int i, long meeting, long owner) => new()
    {
        Id = id, CoalitionId = access.CoalitionId, MeetingId = meeting, OwnerId = owner, Text = $"Write to {Words(i)} about {Words(i * 3)}", DueOn = Day(-i % 90), DoneAt = i > 60 ? _now : null,
    };

    private Attendance NewAttendance(long id, long meeting, long member) => new() { Id = id, CoalitionId = access.CoalitionId, MeetingId = meeting, MemberId = member, Kind = Attendance.Present };

    private async Task<long> AddCasesAsync(CancellationToken cancel)
    {
        await using var ids = store.Open(access);
        await using var taking = await ids.BeginWriteAsync(cancel);
        var first = await ids.TakeIdsAsync(Counters.EvidenceCases, Cases, cancel);
        await taking.CommitAsync(cancel);
        for (var start = 0; start < Cases; start += 500)
        {
            await using var db = store.Open(access);
            await using var transaction = await db.BeginWriteAsync(cancel);
            for (var i = start; i < start + 500; i++)
            {
                var secrets = new CaseSecrets(Who: Words(i), Place: Words(i + 1), Notes: string.Join(' ', Enumerable.Range(0, 60).Select(n => Words(i + n))));
                db.Add(new EvidenceCase
                {
                    Id = first + i, CoalitionId = access.CoalitionId, State = EvidenceCase.Taken, Alias = $"{Words(i)} {i}", Issues = "Detention", Consent = "given", EnteredAt = _now.AddHours(-i), HappenedOn = Day(i),
                    Sealed = await keys.SealAsync(access, secrets.ToJson(), CaseSecrets.PlaceOf(first + i), cancel),
                });
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return first;
    }

    /// <summary>Entries chained as the program chains them, so that the log's check would pass too.</summary>
    private async Task AddLogAsync(long cases, CancellationToken cancel)
    {
        var key = keys.Derive("audit");
        AuditEntry? last;
        await using (var db = store.Open(access))
        {
            last = db.AuditEntries.Where(e => e.CoalitionId == access.CoalitionId).OrderByDescending(e => e.Number).FirstOrDefault();
        }

        await AddAsync(Counters.AuditEntries, LogEntries, (id, i) =>
        {
            var entry = new AuditEntry
            {
                Id = id, CoalitionId = access.CoalitionId, Number = (last?.Number ?? 0) + 1, At = DateTimeOffset.FromUnixTimeMilliseconds(_now.AddMinutes(i - LogEntries).ToUnixTimeMilliseconds()), ActorId = access.MemberId,
                Deed = s_deeds[i % s_deeds.Length], Thing = s_deeds[i % s_deeds.Length].StartsWith("evidence-file", StringComparison.Ordinal) ? "evidence-file" : "evidence-case", ThingId = cases + (i % Cases),
                PreviousHash = last?.Hash ?? Audit.Beginning, Hash = "",
            };
            entry.Hash = Audit.HashOf(entry, key);
            last = entry;
            return [entry];
        }, cancel);
    }

    private DateOnly Day(int back) => DateOnly.FromDateTime(_now.UtcDateTime).AddDays(-back);

    private static string Words(int i) => string.Create(CultureInfo.InvariantCulture, $"{s_words[i % 10]} {s_words[i / 10 % 10]}");
}
