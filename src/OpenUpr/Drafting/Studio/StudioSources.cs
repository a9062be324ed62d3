using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using Organisation = OpenUpr.Storage.Organisation;

namespace OpenUpr.Drafting.Studio;

/// <summary>What a cover names besides the document itself.</summary>
/// <param name="State">The State under review, in the text's language; null while it is not known.</param>
/// <param name="Session">Of the Working Group; null while it is not known.</param>
/// <param name="Organisations">Member organisations that sign, by their number.</param>
/// <param name="Logo">PNG or JPEG; null for none.</param>
/// <param name="LogoOwner">Whose it is; null for none.</param>
public sealed record CoverFacts(string? State, int? Session, IReadOnlyDictionary<long, Organisation> Organisations, byte[]? Logo = null, string? LogoOwner = null);

/// <summary>Makes what the composer takes of a stored document: its sections, and its cover in the text's language (UPR Info, Compendium, Part 3, 2017; requirement F6).</summary>
public static class StudioSources
{
    private static readonly Lazy<Dictionary<(string Key, string Language), string>> s_words = new(() => ReferenceTable.Read("OpenUpr.Drafting.Studio.Data.cover-words.csv")
        .SelectMany(r => new[] { "en", "fr", "es" }.Select(l => (Key: (r["key"], l), Word: r[l]))).ToDictionary(w => w.Key, w => w.Word));

    /// <summary>What is read aloud has nobody's letterhead.</summary>
    public static bool HasCover(string kind) => !StudioKinds.IsSpoken(kind);

    /// <summary>Pure.</summary>
    public static StudioSource Of(StudioView view, CoverFacts facts)
    {
        var document = view.Document;
        return new StudioSource(
            document.Kind, document.Language, document.Title, HasCover(document.Kind) ? Cover(view, facts) : null, [.. view.Sections.Select(s => Section(s.Section))]);
    }

    /// <summary>The facts of a document's cover.</summary>
    public static async Task<CoverFacts> FactsAsync(Store store, CoalitionAccess access, StudioView view, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var (document, plan) = (view.Document, view.Plan);
        long[] signing = [.. view.Signers.Select(s => s.OrganisationId).OfType<long>()];
        var organisations = await db.Organisations.AsNoTracking().Where(o => signing.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        var logo = document.LogoOrganisationId is { } owner ? await db.Organisations.Where(o => o.Id == owner).Select(o => new { o.Name, o.Logo, o.LogoType }).SingleOrDefaultAsync(cancel) : null;

        // Word shows no WebP in every version that is in use.
        var shown = logo is { Logo: not null, LogoType: "image/png" or "image/jpeg" } ? logo : null;
        return new CoverFacts(plan is null ? null : store.Reference.FindState(plan.State)?.Name(Known(document.Language)), plan?.Session, organisations, shown?.Logo, shown?.Name);
    }

    /// <summary>The document as it is handed over now.</summary>
    public static async Task<StudioSource> ReadAsync(Store store, CoalitionAccess access, StudioView view, CancellationToken cancel)
    {
        var source = Of(view, await FactsAsync(store, access, view, cancel));
        return StudioKinds.IsReport(source.Kind) ? await ReportSources.AddAsync(store, access, view.Document.Id, source, cancel) : source;
    }

    internal static SourceSection Section(StudioSection section) => new(section.Slot, section.Heading, section.Level, section.Text, section.Id);

    private static ComposedCover Cover(StudioView view, CoverFacts facts)
    {
        var (document, language) = (view.Document, Known(view.Document.Language));
        var lines = new List<string>(StudioSteps.IsTracked(document.Kind) ? [Word(document.Kind, language)] : []);
        if (facts.State is { } state)
        {
            lines.Add(facts.Session is { } session ? Fill("review", language, state, session) : Fill("state", language, state));
        }

        if (document.Day is { } day)
        {
            lines.Add(day.ToString(Word("day", language), CultureInfo.GetCultureInfo(language)));
        }

        lines.AddRange(document.Contact?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((l, i) => i == 0 ? Fill("contact", language, l) : l) ?? []);

        // Who has not agreed is on no page that leaves the room.
        var submitters = view.Signers.Where(s => s.Consent == StudioSigner.Agreed)
            .Select(s => new ComposedSubmitter(s.Name, s.OrganisationId is { } id && facts.Organisations.GetValueOrDefault(id) is { } known ? [.. About(known, language)] : [])).ToList();
        return new ComposedCover(lines, submitters.Count == 0 ? null : Word(submitters.Count == 1 ? "submitter" : "submitters", language), submitters, facts.Logo, facts.LogoOwner is { } owner ? Fill("logo", language, owner) : null);
    }

    private static IEnumerable<string> About(Organisation organisation, string language)
    {
        if (organisation.Founded is { Length: >= 4 } founded)
        {
            yield return Fill("founded", language, founded[..4]);
        }

        if (organisation.Communities is { } communities)
        {
            yield return Fill("works", language, communities.ReplaceLineEndings(" "));
        }

        if (organisation.Website is { } website)
        {
            yield return website;
        }
    }

    /// <summary>Covers are worded in the languages that submissions are taken in (requirement F5); one in another language has an English cover.</summary>
    private static string Known(string language) => language.Split('-')[0] is "fr" or "es" ? language.Split('-')[0] : "en";

    private static string Word(string key, string language) => s_words.Value[(key, language)];

    private static string Fill(string key, string language, params object[] values) => string.Format(CultureInfo.InvariantCulture, Word(key, language), values);
}
