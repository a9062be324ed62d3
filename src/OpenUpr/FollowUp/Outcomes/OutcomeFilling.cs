using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>
/// The outcome charter and the letter of cooperation, begun from the review that the coalition follows: its recommendations by issue, what the workshop wrote of them, the rhythm of meetings with the
/// government. What the coalition keeps to itself is in neither. The charter has what it wrote about, or else what is key; the letter what the State supports.
/// </summary>
internal static class OutcomeFilling
{
    /// <summary>Issues of one document: those with most recommendations.</summary>
    private const int MostIssues = 15;

    /// <summary>Recommendations of one issue.</summary>
    private const int MostRows = 12;

    /// <summary>The outline alone where no review is followed.</summary>
    public static async Task<IReadOnlyList<SectionWish>> ForAsync(Store store, CoalitionAccess access, string kind, string language, CancellationToken cancel)
    {
        var outline = StudioOutlines.Of(kind, language);
        var last = (await FollowRows.ListAsync(store, access, cancel)).FirstOrDefault(l => l.Review.ClosedAt is null);
        if (last is null || await PositionBoard.ReadAsync(store, access, last.Review.Id, cancel) is not { } board)
        {
            return [.. outline.Select(s => new SectionWish(s.Slot, s.Heading, s.Level, "", null))];
        }

        await using var db = store.Open(access);
        var months = await db.GovernmentMeetings.AsNoTracking().Where(m => m.With == "government" && m.EveryMonths != null).OrderByDescending(m => m.Id).Select(m => m.EveryMonths).FirstOrDefaultAsync(cancel);
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.LeftOn == null).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(cancel);
        var words = new FillingWords(language);
        var texts = new Texts(kind, words, board, store.Reference.FindState(board.View.Review.State)?.Name(words.Language) ?? board.View.Review.State, access.Name, organisations, months)
        {
            Actions = (await ActionRows.ReadAsync(store, access, board.View, cancel)).Actions.Where(a => a.Entry.State != ActionEntry.Dropped).SelectMany(a => a.Rows.Select(r => (r.Row.Id, a))).ToLookup(p => p.Id, p => p.a),
        };
        var (perIssue, first) = (outline.Where(s => s.IsPerIssue).ToList(), outline.Index().First(s => s.Item.IsPerIssue).Index);
        return
        [
            .. outline.Take(first).Select(s => new SectionWish(s.Slot, s.Heading, s.Level, texts.Whole(s.Slot), null)),
            .. texts.Issues().SelectMany(i => perIssue.Select(s => new SectionWish(s.Slot, s.Slot == SectionSlots.Issue ? IssueList.Current.NameIn(i.Issue, words.Language) : s.Heading, s.Level, s.Slot == SectionSlots.Issue ? "" : texts.Steps(i.Rows), null))),
            .. outline.Skip(first).Where(s => !s.IsPerIssue).Select(s => new SectionWish(s.Slot, s.Heading, s.Level, texts.Whole(s.Slot), null)),
        ];
    }

    private sealed record Texts(string Kind, FillingWords Words, BoardView Board, string State, string Coalition, IReadOnlyList<string> Organisations, int? Months)
    {
        /// <summary>What the matrix plans for a recommendation, by its id.</summary>
        public required ILookup<long, ActionRow> Actions { get; init; }

        private bool IsCharter => Kind == StudioKinds.OutcomeCharter;

        public string Whole(string slot) => (IsCharter, slot) switch
        {
            (true, SectionSlots.Opening) => Words.Say("charter-opening", Words.Say("outcome-coalition", Coalition), State, Board.View.Review.Session),
            (true, SectionSlots.About) => Organisations.Count > 1 ? Words.Say("about-many", Coalition, Organisations.Count, Words.List(Organisations, Organisations.Count)) : "",
            (true, SectionSlots.Methodology) => Words.Say("charter-together"),
            (true, SectionSlots.Closing) => Words.Say("charter-closing"),
            (false, SectionSlots.Opening) => Words.Say("cooperation-opening", State, Words.Say("outcome-coalition", Coalition), Board.View.Review.Session) + "\n\n" + Words.Say("cooperation-plan"),
            (false, SectionSlots.Methodology) => Months is { } months ? Words.Say("cooperation-meetings", months) : Words.Say("cooperation-meetings-open"),
            (false, SectionSlots.Free) => Words.Say("cooperation-report"),
            (false, SectionSlots.Questions) => Board.Count("noted") is > 0 and var noted ? Words.Say("cooperation-noted", noted) : "",
            (false, SectionSlots.Closing) => string.Join("\n\n", Organisations.Prepend(Words.Say("cooperation-closing"))),
            (_, SectionSlots.FollowUp) => Words.Say("outcome-counts", State, Board.Rows.Count, Board.View.Review.Session, Board.Count("supported"), Board.Count("partly"), Board.Count("noted"), Board.Count(BoardRow.Pending)),
            _ => "",
        };

        /// <summary>Each recommendation under its first issue.</summary>
        public IEnumerable<(string Issue, IReadOnlyList<BoardRow> Rows)> Issues() => Chosen().GroupBy(r => r.Followed.Issues.Count > 0 ? r.Followed.Issues[0] : Words.Say("outcome-other"))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostIssues).Select(g => (g.Key, (IReadOnlyList<BoardRow>)[.. g.Take(MostRows)]));

        public string Steps(IReadOnlyList<BoardRow> rows) => IsCharter
            ? string.Join('\n', rows.Select(r => $"| {Cell(Name(r))} | {Cell(Who(r) ?? r.Entry?.Actors)} | {When(r) ?? Words.Say("charter-by")} | {Cell(Indicators(r) ?? r.Entry?.Monitoring)} |").Prepend(Words.Say("charter-head")))
            : string.Join("\n\n", rows.Select(r => "R: " + FillingWords.Plain(Name(r)) + (r.Entry?.Idea is { } idea ? "\n\n- " + FillingWords.Plain(idea) : "")));

        private IReadOnlyList<BoardRow> Chosen()
        {
            if (!IsCharter)
            {
                return [.. Board.Rows.Where(r => r.Position is "supported" or "partly")];
            }

            var key = Board.Rows.Where(r => r.Entry is { IsKey: true } or { Actors: not null } or { Monitoring: not null } or { Idea: not null } || Actions.Contains(r.Row.Id)).ToList();
            return key.Count > 0 ? key : Board.Rows;
        }

        // What the matrix says was agreed later than what the workshop wrote; where it says nothing, the workshop's words stand.
        private string? Who(BoardRow row) => Joined(Actions[row.Row.Id].SelectMany(a => ActionPlans.Actors(a.Entry.Actors).Select(ActionChanges.Line).Prepend(a.Entry.Ministry)));

        private string? When(BoardRow row) => Actions[row.Row.Id].Max(a => a.Entry.To)?.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(Words.Language));

        private string? Indicators(BoardRow row) => Joined(Actions[row.Row.Id].SelectMany(a => a.Indicators.Select(i => (string?)i.Name)));

        private static string? Joined(IEnumerable<string?> parts) => string.Join("; ", parts.OfType<string>().Distinct()) is { Length: > 0 } text ? text : null;

        private static string Name(BoardRow row) => $"{row.Row.Number} {row.Row.Text}".Trim();

        /// <summary>A table's cell has one line and no bars.</summary>
        private static string Cell(string? text) => FillingWords.Plain(text ?? "").Replace('|', '/');
    }
}
