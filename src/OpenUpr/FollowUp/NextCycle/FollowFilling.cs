using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.NextCycle;

/// <summary>
/// Documents that begin from the follow-up of a review: the next submission, issue by issue with progress (a), setbacks (b), what remains (c) and assistance needed (d) (Opportunities for civil society,
/// OHCHR), and the update of two minutes under item 6 of the Human Rights Council (Compendium, Part 3, Reporting to the HRC, 2017). Only assessments of the whole coalition that a second person confirmed are used.
/// </summary>
internal static class FollowFilling
{
    /// <summary>Issues of one submission: those with most judged recommendations.</summary>
    private const int MostIssues = 10;

    /// <summary>Recommendations of one issue.</summary>
    private const int MostRows = 8;

    /// <summary>In two minutes.</summary>
    private const int MostGaps = 3;
    private const int MostProgress = 2;

    /// <summary>Null where no such review is followed, or nothing of it is judged and confirmed.</summary>
    /// <param name="followId">Null for the newest that is not put away.</param>
    /// <param name="own">What the sections that are not about the review begin with.</param>
    public static async Task<IReadOnlyList<SectionWish>?> ForAsync(Store store, CoalitionAccess access, string kind, string language, long? followId, Func<string, string> own, CancellationToken cancel)
    {
        var id = followId ?? (await FollowRows.ListAsync(store, access, cancel)).FirstOrDefault(l => l.Review.ClosedAt is null)?.Review.Id;
        if (id is null || await FollowRows.ReadAsync(store, access, id.Value, cancel) is not { } follow)
        {
            return null;
        }

        var rows = (await CarriedOver.ReadAsync(store, access, follow, cancel)).Where(r => r.Judgement is not null).ToList();
        var words = new FillingWords(language);
        var texts = new Texts(words, follow, rows, code => store.Reference.FindState(code)?.Name(words.Language) ?? code, access.Name);
        var outline = StudioOutlines.Of(kind, language);
        if (rows.Count == 0)
        {
            return null;
        }

        if (kind == StudioKinds.Item6Statement)
        {
            return [.. outline.Select(s => new SectionWish(s.Slot, s.Heading, s.Level, texts.Spoken(s.Slot), null))];
        }

        var (perIssue, first) = (outline.Where(s => s.IsPerIssue).ToList(), outline.Index().First(s => s.Item.IsPerIssue).Index);
        return
        [
            .. outline.Take(first).Select(Whole),
            .. texts.Issues().SelectMany(i => perIssue.Select(s => new SectionWish(s.Slot, s.Slot == SectionSlots.Issue ? i.Issue : s.Heading, s.Level, texts.OfIssue(s.Slot, i.Rows), null))),
            .. outline.Skip(first).Where(s => !s.IsPerIssue).Select(Whole),
        ];

        SectionWish Whole(OutlineSection s) => new(s.Slot, s.Heading, s.Level, s.Slot == SectionSlots.FollowUp ? texts.FollowUp() : own(s.Slot), null);
    }

    private sealed record Texts(FillingWords Words, FollowView Follow, IReadOnlyList<CarriedRow> Rows, Func<string, string> State, string Coalition)
    {
        /// <summary>Letters of a recommendation that is spoken.</summary>
        private const int SpokenLetters = 140;

        /// <summary>Each recommendation under its first issue.</summary>
        public IEnumerable<(string Issue, IReadOnlyList<CarriedRow> Rows)> Issues() => Rows.GroupBy(r => r.Row.Row.Issues.Count > 0 ? r.Row.Row.Issues[0] : Words.Say("outcome-other"))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostIssues).Select(g => (g.Key, (IReadOnlyList<CarriedRow>)[.. g.OrderBy(Rank).Take(MostRows)]));

        public string FollowUp() => Words.Say("outcome-counts", State(Follow.Review.State), Follow.Rows.Count, Follow.Review.Session, Follow.Count("supported"), Follow.Count("partly"), Follow.Count("noted"), Follow.Rows.Count(r => r.Row.Position is "pending" or null))
            + "\n\n" + Words.Say("carried-judged", Rows.Count, Count("green"), Count("amber"), Count("red"));

        public string OfIssue(string slot, IReadOnlyList<CarriedRow> rows) => slot switch
        {
            SectionSlots.Issue => Paragraphs(rows.Select(r => Words.Say("past", Follow.Review.Session, By(r, 3), Name(r), Words.Say(Position(r))))),
            SectionSlots.Progress => Paragraphs(rows.Where(r => Light(r) is "green" or "amber").Select(r => Judged(r, r.Judgement!.Explanation, r.Judgement.Effect))),
            SectionSlots.Setbacks => Paragraphs(rows.Where(r => r.Judgement!.Regression is not null || Light(r) == "red").Select(r => Judged(r, r.Judgement!.Regression ?? r.Judgement.Explanation, Light(r) == "red" ? r.Judgement.Effect : null))),
            SectionSlots.Remaining => string.Join('\n', rows.Where(r => Light(r) != "green").SelectMany(Asks).Distinct()),
            SectionSlots.Assistance => string.Join('\n', rows.SelectMany(r => r.Actions).Where(a => a.Assistance is not null).DistinctBy(a => a.Number).Select(a => "- " + FillingWords.Plain(a.Assistance!))),
            _ => "",
        };

        public string Spoken(string slot) => slot switch
        {
            SectionSlots.Opening => Words.Say("item6-opening", Coalition, State(Follow.Review.State), Rows.Count, Count("green"), Count("amber"), Count("red")),
            SectionSlots.Progress => Paragraphs(Rows.Where(r => Light(r) is "green" or "amber").OrderByDescending(Rank).Take(MostProgress).Select(Said)),
            SectionSlots.Setbacks => Paragraphs(Rows.Where(r => r.Judgement!.Regression is not null || Light(r) == "red").OrderBy(Rank).Take(MostGaps).Select(Said)),
            SectionSlots.Closing => Words.Say("item6-closing", State(Follow.Review.State)),
            _ => "",
        };

        /// <summary>Worst first; of equal ones what the State supported, since it said that it would do it.</summary>
        private static int Rank(CarriedRow row) => (row.Judgement!.Regression is not null ? 0 : Light(row) switch { "red" => 2, "none" => 4, "amber" => 6, _ => 8 }) + (row.Row.Row.Row.Position == "supported" ? 0 : 1);

        private static string Light(CarriedRow row) => ValueScale.Find(row.Judgement!.Value)?.Light ?? "none";

        private int Count(string light) => Rows.Count(r => Light(r) == light);

        private string Judged(CarriedRow row, params ReadOnlySpan<string?> more)
        {
            var said = new List<string> { Words.Say("carried", row.Row.Row.Row.Number ?? Cut(row.Row.Row.Row.Text), Word(row)) };
            foreach (var text in more)
            {
                if (text is not null)
                {
                    said.Add(FillingWords.Plain(text));
                }
            }

            return string.Join(' ', said);
        }

        private string Said(CarriedRow row) => Words.Say("item6-said", By(row, 2), Cut(row.Row.Row.Row.Text), Word(row));

        /// <summary>Actions that are not done, as the coalition wrote them; where there is none the recommendation itself.</summary>
        private static IEnumerable<string> Asks(CarriedRow row) => row.Actions.Where(a => a.State != ActionEntry.Done).Select(a => a.Text).DefaultIfEmpty(row.Row.Row.Row.Text.Trim().TrimEnd(';', '.')).Select(t => "R: " + FillingWords.Plain(t));

        private string Word(CarriedRow row) => ValueScale.Find(row.Judgement!.Value)!.Word(Words.Language).ToLower(System.Globalization.CultureInfo.GetCultureInfo(Words.Language));

        private string By(CarriedRow row, int most) => row.Row.Row.States.Count == 0 ? Words.Say("unknown") : Words.List([.. row.Row.Row.States.Select(State)], most);

        private static string Name(CarriedRow row) => $"{row.Row.Row.Row.Number} {row.Row.Row.Row.Text.Trim().TrimEnd(';', '.')}".Trim();

        private static string Position(CarriedRow row) => row.Row.Row.Row.Position switch { "partly" => "partial", "supported" => "supported", "noted" => "noted", _ => "pending" };

        private static string Cut(string text) => text.Length <= SpokenLetters ? text.Trim().TrimEnd(';', '.') : text[..(text.LastIndexOf(' ', SpokenLetters) is > 0 and var space ? space : SpokenLetters)] + "…";

        private static string Paragraphs(IEnumerable<string> parts) => string.Join("\n\n", parts.Where(p => p.Length > 0));
    }
}
