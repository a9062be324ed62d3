using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Drafting.Coverage;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.FollowUp.Positions;

/// <summary>An obligation or commitment that a recommendation may match.</summary>
/// <param name="Kind">As of <see cref="RecommendationObligation"/>.</param>
/// <param name="Name">What it is called, or the words of the paper.</param>
/// <param name="Source">Where it says so; null for a name alone.</param>
/// <param name="Likeness">How like the texts are; <see cref="Likeness.Sure"/> for a name that the recommendation bears itself.</param>
public sealed record FoundObligation(string Kind, string Key, string Name, string? Source, Likeness Likeness);

/// <summary>
/// What recommendations of one review may match: treaties that they name (whether the State ratified them the database does not know), goals that they are tagged with, paragraphs of the UN's
/// compilation that name a body, and earlier recommendations and pledges that the State said yes to. Texts are compared by the product's own likeness, so everything is a proposal.
/// </summary>
public sealed class ObligationFinder
{
    /// <summary>Of each kind.</summary>
    private const int Shown = 4;

    /// <summary>A paragraph is proposed for an issue that the classifier is at least as sure of, 0 to 1.</summary>
    private const double LeastConfidence = 0.5;

    /// <summary>Issues that say too little of what a paragraph is about.</summary>
    private static readonly string[] s_wide = ["general", "international-instruments", "cp-rights-general", "esc-rights-general", "treaty-bodies", "special-procedures", "other"];

    private static readonly ConditionalWeakTable<SearchIndex, ConcurrentDictionary<(string, int), Lazy<Task<ObligationFinder>>>> s_known = [];

    private readonly Shelf _papers;
    private readonly Shelf _yes;
    private readonly ConcurrentDictionary<(string Text, string Goals), IReadOnlyList<FoundObligation>> _found = new();

    private ObligationFinder(Shelf papers, Shelf yes) => (_papers, _yes) = (papers, yes);

    /// <summary>The finder of a review, kept as long as the index lives.</summary>
    public static async Task<ObligationFinder> OfAsync(Store store, SearchIndex index, string state, int session, CancellationToken cancel) =>
        await s_known.GetValue(index, _ => new()).GetOrAdd((state, session), key => new(() => BuildAsync(store, key.Item1, key.Item2, CancellationToken.None))).Value.WaitAsync(cancel);

    /// <summary>Observations first, then treaties, commitments and goals.</summary>
    public IReadOnlyList<FoundObligation> For(FollowedRow row) => _found.GetOrAdd((row.Row.Text, row.Row.Goals), _ =>
    [
        .. Like(_papers, RecommendationObligation.Observation, row.Row.Text).Concat(OnIssues(row)).DistinctBy(f => f.Key).Take(Shown),
        .. Named(row.Row.Text).Where(e => e is { Kind: EntityKind.Instrument, Binding: true, IsGeneric: false }).Select(e => new FoundObligation(RecommendationObligation.Treaty, e.Slug, e.Name, e.Address, Likeness.Sure)),
        .. Like(_yes, RecommendationObligation.Commitment, row.Row.Text),
        .. row.Goals.Select(g => Sdg.GoalOf(g.ToString(CultureInfo.InvariantCulture))).OfType<SdgGoal>().Select(g => new FoundObligation(RecommendationObligation.Goal, g.Number, $"SDG {g.Number}: {g.Name}", g.Source, Likeness.Sure)),
    ]);

    private static IEnumerable<FoundObligation> Like(Shelf shelf, string kind, string text) =>
        from found in shelf.Texts.Find(text, null, Shown)
        let likeness = Likenesses.Of(found.Score)
        where likeness >= Likeness.Doubtful
        let place = shelf.Places[(int)found.Id]
        select new FoundObligation(kind, place.Key, place.Text, place.Source, likeness);

    /// <summary>Paragraphs on the same issue in other words: a person has to look.</summary>
    private IEnumerable<FoundObligation> OnIssues(FollowedRow row)
    {
        string[] issues = [.. row.Issues.Select(i => IssueList.Current.Find(i)?.Slug).OfType<string>().Except(s_wide)];
        return _papers.Places.Where(p => p.Issues.Any(issues.Contains)).Select(p => new FoundObligation(RecommendationObligation.Observation, p.Key, p.Text, p.Source, Likeness.Doubtful));
    }

    private static async Task<ObligationFinder> BuildAsync(Store store, string state, int session, CancellationToken cancel)
    {
        await using var db = store.Open();
        var passages = await (
            from p in db.Passages.AsNoTracking()
            join d in db.Documents on p.DocumentId equals d.Id
            join r in db.Reviews on d.ReviewId equals r.Id
            where r.Sur == state && r.Session == session && d.Kind == BasePaper.Compilation && (d.Language == null || d.Language == "en")
            orderby p.DocumentId, p.Ordinal
            select new { d.Symbol, d.FileName, Passage = p }).ToListAsync(cancel);
        var papers = passages.Where(p => Named(p.Passage.Text).Any(e => e.Kind is EntityKind.TreatyBody or EntityKind.SpecialProcedure or EntityKind.Body))
            .Select(p => new Place(
                $"{p.Symbol ?? p.FileName} {p.Passage.Number ?? p.Passage.Id.ToString(CultureInfo.InvariantCulture)}", p.Passage.Text, p.Passage.Number is null ? p.Symbol ?? p.FileName : $"{p.Symbol ?? p.FileName}, para. {p.Passage.Number}", IssuesOf(p.Passage))).ToList();
        var earlier = await (
            from t in db.Texts.AsNoTracking()
            join r in db.Reviews on t.ReviewId equals r.Id
            where r.Sur == state && r.Session < session
                && (t.Kind == RecommendationKind.Pledge || db.Positions.Any(p => p.TextId == t.Id && p.IsCurrent && p.Value == Position.Supported && !p.Partial))
            orderby r.Session, t.Id
            select new { r.Session, t.Kind, t.Text, Number = db.Paragraphs.Where(p => p.Id == t.ParagraphId).Select(p => p.Number).FirstOrDefault() }).ToListAsync(cancel);
        var yes = earlier.Select(e => new Place(FormattableString.Invariant($"{e.Session} {RecommendationIdentity.Normalise(e.Text)}"), e.Text, $"UPR {e.Session}{(e.Number is null ? "" : ", " + e.Number)}", [])).DistinctBy(p => p.Key).ToList();
        return new ObligationFinder(await Shelf.OfAsync(store.Reference, state, session, papers, cancel), await Shelf.OfAsync(store.Reference, state, session, yes, cancel));
    }

    private static IEnumerable<Entity> Named(string text)
    {
        var (words, found) = (new TextWords(), new List<EntityMention>());
        words.Read(text);
        new EntityFinder().Find(words, found);
        return found.Select(m => m.Entity).Distinct().Select(i => EntityList.Current.All[i]);
    }

    /// <summary>What the classifier reads of its own words; nothing in a build without a model.</summary>
    private static string[] IssuesOf(Passage passage) => Classifier.HasShipped ? [.. PassageIssues.Read(passage).Where(i => !i.ByHeading && i.Confidence >= LeastConfidence).Select(i => i.Issue)] : [];

    /// <summary>A text with where it stands.</summary>
    /// <param name="Issues">Slugs; empty where nobody read them.</param>
    private readonly record struct Place(string Key, string Text, string Source, IReadOnlyList<string> Issues);

    private sealed record Shelf(TextShelf Texts, IReadOnlyList<Place> Places)
    {
        public static async Task<Shelf> OfAsync(ReferenceData reference, string state, int session, IReadOnlyList<Place> places, CancellationToken cancel) =>
            new(await TextShelf.BuildAsync(reference, state, session, places.Select((p, i) => new ShelfText(i, State.Unknown, p.Text)), [], cancel), places);
    }
}
