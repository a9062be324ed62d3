using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What the secretariat may say about the coalition, as typed.</summary>
public sealed record ProfileWish(string? Name, string? Language, string? Country, string? Goals, string? Registration, string? SafetyContacts);

/// <summary>What a coalition says about itself.</summary>
public static class Profiles
{
    public static async Task<(Coalition Coalition, CoalitionProfile Profile)> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return (await db.Coalitions.AsNoTracking().SingleAsync(c => c.Id == access.CoalitionId, cancel), await db.CoalitionProfiles.AsNoTracking().SingleAsync(cancel));
    }

    /// <summary>Changes the profile; the registration may stay empty for ever (requirement D3).</summary>
    public static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, ProfileWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "coalition.change", "coalition", async db =>
        {
            var fields = new Fields();
            var coalition = await db.Coalitions.SingleAsync(c => c.Id == access.CoalitionId, cancel);
            var profile = await db.CoalitionProfiles.SingleAsync(cancel);
            coalition.Name = fields.Required("name", wish.Name);
            coalition.Language = fields.OneOf("language", wish.Language, Founding.Languages);
            coalition.Country = string.IsNullOrEmpty(wish.Country) ? null : fields.OneOf("country", wish.Country, [.. rooms.Store.Reference.States.Select(s => s.Iso3)]);
            profile.Goals = fields.Optional("goals", wish.Goals, Fields.Note);
            profile.Registration = fields.Optional("registration", wish.Registration, Fields.Note);
            profile.SafetyContacts = fields.Optional("safety", wish.SafetyContacts, Fields.Note);
            return fields.Wrong ?? Outcome.Done(access.CoalitionId);
        }, cancel);
}
