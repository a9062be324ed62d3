using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.RoomPages;

/// <summary>Makes the demonstration's cycle as large as the largest that is planned for: contacts with what passed between, tasks, lines of a review day.</summary>
internal sealed class CycleFiller(Store store, Keyring keys, CoalitionAccess access)
{
    public const int Contacts = 10_000;
    public const int ContactEvents = 20_000;
    public const int Tasks = 2_000;
    public const int Lines = 2_000;

    private const int Chunk = 1_000;

    private static readonly string[] s_kinds = ["embassy", "mission", "ministry", "media", "parliament", "un-agency"];
    private static readonly string[] s_phases = ["targets", "embassies", "geneva", "adoption"];
    private static readonly string[] s_words = ["harbour", "hill", "river", "court", "school", "island", "market", "field", "bridge", "lamp"];

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async Task FillAsync(CancellationToken cancel)
    {
        var states = store.Reference.States.Select(s => s.Iso3).ToList();
        var contacts = await AddAsync(Counters.Contacts, Contacts, (id, i) => NewContactAsync(id, i, states[i % states.Count], cancel), cancel);
        await AddAsync(Counters.ContactEvents, ContactEvents, (id, i) => NewEventAsync(id, i, contacts + (i % Contacts), cancel), cancel);
        var plan = await ReadAsync(db => db.ReviewPlans.Where(p => p.ClosedAt == null).Select(p => p.Id).FirstAsync(cancel));
        await AddAsync(Counters.PlanTasks, Tasks, (id, i) => Task.FromResult<object>(NewTask(id, i, plan)), cancel);
        await AddLinesAsync(cancel);
    }

    private async Task<T> ReadAsync<T>(Func<OpenUprDb, Task<T>> read)
    {
        await using var db = store.Open(access);
        return await read(db);
    }

    private async Task<long> AddAsync(string counter, int count, Func<long, int, Task<object>> make, CancellationToken cancel)
    {
        long first = 0;
        for (var start = 0; start < count; start += Chunk)
        {
            await using var db = store.Open(access);
            await using var transaction = await db.BeginWriteAsync(cancel);
            var id = await db.TakeIdsAsync(counter, Chunk, cancel);
            first = start == 0 ? id : first;
            for (var i = 0; i < Chunk; i++)
            {
                db.Add(await make(id + i, start + i));
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return first;
    }

    private async Task<object> NewContactAsync(long id, int i, string state, CancellationToken cancel)
    {
        var secrets = new ContactSecrets(Email: $"person{i}@{Words(i).Replace(' ', '.')}.example", Phone: "+000 000", Notes: $"{Words(i)} {Words(i * 3)}");
        return new Contact
        {
            Id = id, CoalitionId = access.CoalitionId, Kind = s_kinds[i % s_kinds.Length], State = state, Place = Words(i), Office = "Second secretary, human rights", Language = "en", EnteredAt = _now.AddMinutes(-i), IsGateKeeper = i % 50 == 0,
            DoNotContact = i % 97 == 0, CheckedOn = _today.AddDays(-(i % 900)), Name = await keys.SealAsync(access, $"{Words(i)} person {i}", ContactSecrets.PlaceOfName(id), cancel),
            Sealed = await keys.SealAsync(access, secrets.ToJson(), ContactSecrets.PlaceOf(id), cancel),
        };
    }

    private async Task<object> NewEventAsync(long id, int i, long contact, CancellationToken cancel) => new ContactEvent
    {
        Id = id, CoalitionId = access.CoalitionId, ContactId = contact, Kind = i % 5 == 0 ? ContactEvent.Promised : ContactEvent.Sent, What = "factsheet", On = _today.AddDays(-(i % 200)), MemberId = access.MemberId, EnteredAt = _now,
        FollowUpOn = i % 40 == 0 ? _today.AddDays(i % 20) : null, Words = await keys.SealAsync(access, $"Asked about the {Words(i)}", ContactSecrets.PlaceOfWords(id), cancel),
    };

    private PlanTask NewTask(long id, int i, long plan) => new()
    {
        Id = id, CoalitionId = access.CoalitionId, PlanId = plan, Phase = s_phases[i % s_phases.Length], Title = $"Speak about the {Words(i)}", Basis = "own", State = i % 3 == 0 ? PlanTask.Done : PlanTask.Open, Checklist = "[]",
        From = _today.AddDays((i % 600) - 200), To = _today.AddDays((i % 600) - 190), OwnerId = i % 4 == 0 ? access.MemberId : null, AuthorId = access.MemberId,
    };

    private async Task AddLinesAsync(CancellationToken cancel)
    {
        await using var db = store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        var board = await db.DayBoards.OrderBy(b => b.Id).FirstAsync(cancel);
        var speakers = await db.DaySpeakers.Where(s => s.BoardId == board.Id).Select(s => s.Id).ToListAsync(cancel);
        var id = await db.TakeIdsAsync(Counters.DayNotes, Lines, cancel);
        for (var i = 0; i < Lines; i++)
        {
            db.Add(new DayNote
            {
                Id = id + i, CoalitionId = access.CoalitionId, BoardId = board.Id, SpeakerId = speakers[i % speakers.Count], Kind = DayNote.Recommendation, Text = $"Take steps so that the {Words(i)} is open to everybody ({i})",
                ClientId = string.Create(CultureInfo.InvariantCulture, $"filled-{i}"), AuthorId = access.MemberId, At = _now.AddSeconds(-i), Issues = "detention", Status = DayNote.Provisional, Sequence = ++board.Sequence,
            });
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static string Words(int i) => string.Create(CultureInfo.InvariantCulture, $"{s_words[i % 10]} {s_words[i / 10 % 10]}");
}
