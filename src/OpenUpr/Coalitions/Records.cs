using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A training, as typed.</summary>
public sealed record TrainingWish(string? Title, string? On, string? GivenBy, string? Participants, string? Note);

/// <summary>Money, as typed.</summary>
public sealed record GrantWish(string? Kind, string? Donor, long? HolderId, string? Amount, string? Currency, string? From, string? To, bool ExcludesUnregistered, bool PrefersCoalitions, string? Note);

/// <summary>Who is absent, as typed.</summary>
public sealed record AbsentWish(string? Kind, string? Name, string? Plan);

/// <summary>The coalition's small books: trainings (requirement D5), money (D7), who is absent from the table (D10).</summary>
public static class Records
{
    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<Training>> TrainingsAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.Trainings.AsNoTracking().OrderByDescending(t => t.On).ThenByDescending(t => t.Id).ToListAsync(cancel);
    }

    /// <summary>By kind: what is pooled, what was granted, what is sought.</summary>
    public static async Task<IReadOnlyList<(Grant Grant, string? Holder)>> GrantsAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var holders = await db.Organisations.ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return [.. (await db.Grants.AsNoTracking().OrderBy(g => g.Id).ToListAsync(cancel)).OrderBy(g => GrantKinds.All.ToList().IndexOf(g.Kind)).Select(g => (g, g.HolderId is { } h ? holders.GetValueOrDefault(h) : null))];
    }

    /// <summary>Those whose absence is not settled first.</summary>
    public static async Task<IReadOnlyList<AbsentGroup>> AbsentAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return [.. (await db.AbsentGroups.AsNoTracking().ToListAsync(cancel)).OrderBy(a => a.SettledOn is not null).ThenBy(a => a.Kind == AbsentKinds.Exchange).ThenBy(a => a.Name, StringComparer.CurrentCulture)];
    }

    public static Task<Outcome> SaveTrainingAsync(Rooms rooms, CoalitionAccess access, TrainingWish wish, CancellationToken cancel) =>
        AddAsync(rooms, access, "training", Counters.Trainings, fields => ReadTraining(access, fields, wish), (t, id) => t.Id = id, cancel);

    internal static Training ReadTraining(CoalitionAccess access, Fields fields, TrainingWish wish) => new()
    {
        CoalitionId = access.CoalitionId, Title = fields.Required("title", wish.Title), On = fields.RequiredDay("on", wish.On), GivenBy = fields.Optional("given", wish.GivenBy),
        Participants = (int?)fields.Number("participants", wish.Participants, 0, 100_000), Note = fields.Optional("note", wish.Note, Fields.Note),
    };

    public static Task<Outcome> SaveGrantAsync(Rooms rooms, CoalitionAccess access, GrantWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "grant.add", "grant", async db =>
        {
            var fields = new Fields();
            var grant = new Grant
            {
                CoalitionId = access.CoalitionId, Kind = fields.OneOf("kind", wish.Kind, GrantKinds.All), Donor = fields.Required("donor", wish.Donor), Amount = fields.Number("amount", wish.Amount, 0, 1_000_000_000_000),
                Currency = fields.Optional("currency", wish.Currency, 3)?.ToUpperInvariant(), From = fields.Day("from", wish.From), To = fields.Day("to", wish.To),
                ExcludesUnregistered = wish.ExcludesUnregistered, PrefersCoalitions = wish.PrefersCoalitions, Note = fields.Optional("note", wish.Note, Fields.Note),
            };
            grant.HolderId = wish.HolderId is not { } holder ? null : await db.Organisations.AnyAsync(o => o.Id == holder, cancel) ? holder : fields.Refuse<long?>(Refusal.Unknown, "holder", null);
            if (grant.To < grant.From)
            {
                fields.Refuse(Refusal.NoDate, "to", "");
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            grant.Id = await db.TakeIdsAsync(Counters.Grants, 1, cancel);
            db.Grants.Add(grant);
            return Outcome.Done(grant.Id);
        }, cancel);

    public static Task<Outcome> SaveAbsentAsync(Rooms rooms, CoalitionAccess access, AbsentWish wish, CancellationToken cancel) =>
        AddAsync(rooms, access, "absent", Counters.AbsentGroups, fields => new AbsentGroup
        {
            CoalitionId = access.CoalitionId, Kind = fields.OneOf("kind", wish.Kind, AbsentKinds.All), Name = fields.Required("name", wish.Name), Plan = fields.Optional("plan", wish.Plan, Fields.Note),
        }, (a, id) => a.Id = id, cancel);

    /// <summary>The group is at the table now, or the exchange took place.</summary>
    public static Task<Outcome> SettleAbsentAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "absent.settle", "absent", async db =>
        {
            if (await db.AbsentGroups.SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } group)
            {
                return Outcome.Absent;
            }

            group.SettledOn ??= rooms.Today;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Takes a line out of one of the books.</summary>
    /// <param name="book">training, grant or absent.</param>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, string book, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, $"{book}.remove", book, async db =>
        {
            object? row = book switch
            {
                "training" => await db.Trainings.SingleOrDefaultAsync(t => t.Id == id, cancel),
                "grant" => await db.Grants.SingleOrDefaultAsync(g => g.Id == id, cancel),
                "absent" => await db.AbsentGroups.SingleOrDefaultAsync(a => a.Id == id, cancel),
                _ => null,
            };
            if (row is null)
            {
                return Outcome.Absent;
            }

            db.Remove(row);
            return Outcome.Done(id);
        }, cancel);

    private static Task<Outcome> AddAsync<T>(Rooms rooms, CoalitionAccess access, string thing, string counter, Func<Fields, T> read, Action<T, long> number, CancellationToken cancel)
        where T : class =>
        rooms.WriteAsync(access, CoalitionRole.Editor, $"{thing}.add", thing, async db =>
        {
            var fields = new Fields();
            var row = read(fields);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var id = await db.TakeIdsAsync(counter, 1, cancel);
            number(row, id);
            db.Add(row);
            return Outcome.Done(id);
        }, cancel);
}
