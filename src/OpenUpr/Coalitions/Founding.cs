using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What a new coalition begins with.</summary>
/// <param name="Language">A code such as en.</param>
/// <param name="Country">ISO 3166-1 alpha-3 of the State it works on; null for several.</param>
/// <param name="FounderName">As the coalition is to know the person: a name or an alias.</param>
/// <param name="Terms">The first version of the terms of reference; the founder accepts it by founding.</param>
/// <param name="Slug">Its short name in addresses; null to make one from the name.</param>
public sealed record NewCoalition(string? Name, string? Language, string? Country, string? FounderName, string? Terms, string? Slug = null);

/// <summary>Founds coalitions: the room, its first key, its first terms, and the founder as its secretariat, all or nothing.</summary>
public static class Founding
{
    /// <summary>Languages in which a coalition may say it works: the six of the United Nations and Portuguese.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "en", "es", "fr", "pt", "ru", "zh"];

    /// <summary>Characters of a short name.</summary>
    private const int MaxSlug = 48;

    private const string SlugLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Words that the site's own addresses use in the place of a short name.</summary>
    private static readonly string[] s_reserved = ["new"];

    /// <summary>Founds a coalition.</summary>
    /// <param name="accountId">The founder's account.</param>
    /// <returns>What came of it, and the short name under which the coalition is found.</returns>
    public static async Task<(Outcome Outcome, string? Slug)> FoundAsync(Rooms rooms, long accountId, NewCoalition wish, CancellationToken cancel) =>
        await FoundingRule.AllowsAsync(rooms.Store, accountId, cancel) ? await FoundForAsync(rooms, accountId, wish, cancel) : (Outcome.Not(Refusal.NotAllowed), null);

    /// <summary>The same at the word of the operator, whoever may found one by themselves.</summary>
    public static async Task<(Outcome Outcome, string? Slug)> FoundForAsync(Rooms rooms, long accountId, NewCoalition wish, CancellationToken cancel)
    {
        var fields = new Fields();
        var (coalition, founder, terms) = Read(rooms, fields, wish);
        if (fields.Wrong is { } wrong)
        {
            return (wrong, null);
        }

        coalition.Id = await TakeIdAsync(rooms.Store, cancel);
        var access = CoalitionAccess.ForFounding(coalition);
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.Coalitions.AnyAsync(c => c.Slug == coalition.Slug, cancel))
        {
            return (Outcome.Not(Refusal.Taken, "slug"), null);
        }

        db.Coalitions.Add(coalition);
        db.CoalitionProfiles.Add(new CoalitionProfile { Id = coalition.Id, CoalitionId = coalition.Id, SecretariatModel = SecretariatModels.Permanent });
        await db.SaveChangesAsync(cancel);
        await rooms.Keys.AddKeyAsync(db, coalition.Id, cancel);
        await AddFounderAsync(db, coalition, accountId, founder, terms, cancel);
        await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "coalition.found", "coalition", coalition.Id, cancel);
        await transaction.CommitAsync(cancel);
        return (Outcome.Done(coalition.Id), coalition.Slug);
    }

    private static (Coalition Coalition, string Founder, string Terms) Read(Rooms rooms, Fields fields, NewCoalition wish)
    {
        var name = fields.Required("name", wish.Name);
        var coalition = new Coalition
        {
            Slug = wish.Slug ?? SlugOf(name),
            Name = name,
            Language = fields.OneOf("language", wish.Language, Languages),
            Country = string.IsNullOrEmpty(wish.Country) ? null : fields.OneOf("country", wish.Country, [.. rooms.Store.Reference.States.Select(s => s.Iso3)]),
            CreatedAt = rooms.Time.GetUtcNow(),
        };
        if (!IsSlug(coalition.Slug))
        {
            fields.Refuse(Refusal.Unknown, "slug", "");
        }

        return (coalition, fields.Required("founder", wish.FounderName), fields.Required("terms", wish.Terms, Fields.Long));
    }

    private static async Task AddFounderAsync(OpenUprDb db, Coalition coalition, long accountId, string name, string text, CancellationToken cancel)
    {
        var place = await db.TakeIdsAsync(Counters.Memberships, 1, cancel);
        var terms = new TermsOfReference { Id = await db.TakeIdsAsync(Counters.Terms, 1, cancel), CoalitionId = coalition.Id, Number = 1, Text = text, AuthorId = place, AdoptedAt = coalition.CreatedAt };
        db.Terms.Add(terms);
        db.Memberships.Add(new Membership
        {
            Id = place, CoalitionId = coalition.Id, AccountId = accountId, Role = CoalitionRole.Secretariat.Code(), AcceptedTermsId = terms.Id, JoinedAt = coalition.CreatedAt,
        });
        db.Members.Add(new Member { Id = place, CoalitionId = coalition.Id, Name = name });
        db.TermsAcceptances.Add(new TermsAcceptance
        {
            Id = await db.TakeIdsAsync(Counters.TermsAcceptances, 1, cancel), CoalitionId = coalition.Id, TermsId = terms.Id, MemberId = place, AcceptedAt = coalition.CreatedAt,
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A context sees one coalition only, so the number is needed before the context that writes the rest.</summary>
    private static async Task<long> TakeIdAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var id = await db.TakeIdsAsync(Counters.Coalitions, 1, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>Ends in four random letters: a plain name that is "taken" would tell a stranger that such a coalition exists.</summary>
    private static string SlugOf(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        var words = string.Join('-', plain.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        var head = words.Length > 30 ? words[..30].TrimEnd('-') : words.Length > 0 ? words : "coalition";
        return $"{head}-{RandomNumberGenerator.GetString(SlugLetters, 4)}";
    }

    /// <summary>A short name for a coalition that comes with one that is taken here.</summary>
    internal static string OtherSlug(string slug) => $"{(slug.Length > 40 ? slug[..40] : slug).TrimEnd('-')}-{RandomNumberGenerator.GetString(SlugLetters, 4)}";

    internal static bool IsSlug(string slug) => slug.Length is >= 3 and <= MaxSlug && !s_reserved.Contains(slug)
        && slug.Split('-').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}
