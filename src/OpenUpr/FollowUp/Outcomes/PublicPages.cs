using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>
/// The public page of a coalition that opts in. What is shown is a copy made when the secretariat says so: nothing gets out by a change inside the room. Its name must not be, hold or be held by the room's own,
/// so that nobody finds the room by it.
/// </summary>
public static class PublicPages
{
    private const int LeastName = 3;
    private const int MostName = 60;

    /// <summary>The coalition's page; null where it shows none, or for somebody who may not read the room.</summary>
    public static async Task<PublicPage?> OwnAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await db.PublicPages.AsNoTracking().SingleOrDefaultAsync(p => p.CoalitionId == access.CoalitionId, cancel) : null;
    }

    /// <summary>What is shown under a name; null where nothing is, for whatever reason.</summary>
    public static async Task<PublicContent?> FindAsync(Store store, string name, CancellationToken cancel)
    {
        await using var db = store.Open();
        var content = await db.PublicPages.AsNoTracking().Where(p => p.Name == name).Select(p => p.Content).SingleOrDefaultAsync(cancel);
        return content is null ? null : JsonSerializer.Deserialize<PublicContent>(content);
    }

    /// <summary>What would be shown; null where there is no such followed review for this person.</summary>
    public static async Task<PublicContent?> PreviewAsync(Rooms rooms, CoalitionAccess access, long followId, PublicWish wish, CancellationToken cancel)
    {
        if (await PositionBoard.ReadAsync(rooms.Store, access, followId, cancel) is not { } board)
        {
            return null;
        }

        var translations = new List<(string Language, IReadOnlyDictionary<long, TranslationRow> Rows)>();
        foreach (var language in wish.Languages.Distinct().Take(Translations.MostLanguages))
        {
            translations.Add((language, await Translations.ReadAsync(rooms.Store, access, followId, language, cancel)));
        }

        var judgements = wish.HasJudgements ? await PublicJudgements.ReadAsync(rooms.Store, access, board.View, wish.NamesMembers, cancel) : null;
        return new PublicContent(wish.Title?.Trim() ?? "", board.View.Review.State, board.View.Review.Session, wish.HasPositions, rooms.Today, [.. board.Rows.Where(r => !wish.KeyOnly || r.Entry?.IsKey == true).Select(r => new PublicRow(
            r.Row.Number, r.Row.Text, r.Followed.States, wish.HasPositions ? r.Position : null,
            [.. translations.Where(t => t.Rows.TryGetValue(r.Row.Id, out var found) && found.IsChecked).Select(t => new PublicTranslation(t.Language, t.Rows[r.Row.Id].Translation.Text))])
        {
            Issues = r.Followed.Issues, Judgements = judgements?.GetValueOrDefault(r.Row.Id) ?? [],
        })])
        {
            Assessor = wish.HasJudgements ? wish.Assessor?.Trim() ?? "" : null, Method = wish.HasJudgements ? wish.Method?.Trim() ?? "" : null,
        };
    }

    /// <summary>Shows the copy to everybody from now on, in the place of the one before.</summary>
    public static async Task<Outcome> ShowAsync(Rooms rooms, CoalitionAccess access, long followId, PublicWish wish, CancellationToken cancel)
    {
        if (await PreviewAsync(rooms, access, followId, wish, cancel) is not { } content)
        {
            return Outcome.Absent;
        }

        return await rooms.WriteAsync(access, CoalitionRole.Secretariat, "follow-up.publish", Follows.Thing, async db =>
        {
            var fields = new Fields();
            var name = Name(fields, wish.Name, access.Slug);
            fields.Required("title", content.Title);
            if (content.HasJudgements)
            {
                fields.OneOf("assessor", content.Assessor, PublicContent.Assessors);
                fields.Required("method", content.Method, Fields.Note);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (await db.PublicPages.AnyAsync(p => p.Name == name && p.CoalitionId != access.CoalitionId, cancel))
            {
                return Outcome.Not(Refusal.Taken, "name");
            }

            if (content.Rows.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "which");
            }

            if (await db.Coalitions.AnyAsync(c => c.Id == access.CoalitionId && c.ClosingAt != null, cancel))
            {
                return Outcome.Not(Refusal.Closed);
            }

            var json = JsonSerializer.Serialize(content);
            if (await db.PublicPages.SingleOrDefaultAsync(p => p.CoalitionId == access.CoalitionId, cancel) is { } page)
            {
                (page.Name, page.Content, page.PublishedAt) = (name, json, rooms.Time.GetUtcNow());
            }
            else
            {
                db.PublicPages.Add(new PublicPage { Id = await db.TakeIdsAsync(Counters.PublicPages, 1, cancel), CoalitionId = access.CoalitionId, Name = name, Content = json, PublishedAt = rooms.Time.GetUtcNow() });
            }

            return Outcome.Done(followId);
        }, cancel);
    }

    /// <summary>Takes the page away at once; its copy is destroyed.</summary>
    public static Task<Outcome> HideAsync(Rooms rooms, CoalitionAccess access, long followId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "follow-up.unpublish", Follows.Thing, async db =>
            await db.PublicPages.Where(p => p.CoalitionId == access.CoalitionId).ExecuteDeleteAsync(cancel) == 1 ? Outcome.Done(followId) : Outcome.Absent, cancel);

    /// <summary>A name that says nothing of the room's address.</summary>
    private static string Name(Fields fields, string? value, string slug)
    {
        var name = fields.Required("name", value?.Trim(), MostName);
        return name.Length >= LeastName && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1])
            && !name.Contains(slug, StringComparison.Ordinal) && !slug.Contains(name, StringComparison.Ordinal)
            ? name : fields.Refuse(Refusal.Unknown, "name", "");
    }
}
