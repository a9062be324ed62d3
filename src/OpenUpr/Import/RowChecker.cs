using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;

namespace OpenUpr.Import;

/// <summary>
/// The rules for one row. A value that decides what the row means (State, response, action, issue, session, text) must be known, else the
/// row is refused with the nearest known value: no term of the vocabulary is ever invented. A value that the reference data also
/// knows (group, organisations) is only compared; where they disagree the row is stored and doubtful.
/// </summary>
internal sealed class RowChecker(ReferenceData reference, TimeProvider time)
{
    /// <summary>Characters. The longest recommendation of the export has 2,321; a text beyond this is no recommendation.</summary>
    public const int MaxTextLength = 20_000;

    private const string UnknownState = "(Unknown)";

    private readonly Suggester _suggester = new();
    private readonly IssueCells _issues = new();
    private readonly MembershipCheck _memberships = new(reference, time);

    /// <summary>The row with every value resolved, or null when <paramref name="problems"/> refuse it.</summary>
    public CheckedRow? Check(ExportRow row, RowProblems problems)
    {
        foreach (var column in row.Unreadable)
        {
            problems.RefuseRow($"{column} holds characters that cannot be read; the file is damaged there. Download it again.");
        }

        if (row.Cleaned.Count > 0)
        {
            problems.DoubtRow($"Control or invisible characters were taken out of {string.Join(", ", row.Cleaned)}.");
        }

        var sur = ReadSur(row, problems);
        var rs = ReadRs(row, problems);
        var session = ReadSession(row, problems);
        var action = ReadAction(row, problems);
        var issues = _issues.Read(row[ExportColumn.Issue], problems);
        var response = ResponseRule.Read(row[ExportColumn.Response], problems);
        CheckText(row, problems);
        if (problems.IsRefused)
        {
            return null;
        }

        var kind = response!.Value.Kind;
        CheckAgainstEachOther(sur!, rs!, session!, kind, problems);
        _memberships.Compare(row, sur!.Iso3, rs!, session!, problems);
        return problems.IsRefused ? null : new CheckedRow(
            row.Line, sur.Iso3, session!.Number, kind, kind == RecommendationKind.Pledge ? sur.Iso3 : rs!,
            row[ExportColumn.Text], response.Value.Position, row[ExportColumn.Response], action, issues);
    }

    private static void CheckText(ExportRow row, RowProblems problems)
    {
        switch (row[ExportColumn.Text].Length)
        {
            case 0:
                problems.Refuse(ExportColumn.Text, "There is no text.");
                break;
            case > MaxTextLength:
                problems.Refuse(ExportColumn.Text, $"The text has {row[ExportColumn.Text].Length:N0} characters; the limit is {MaxTextLength:N0}.");
                break;
        }
    }

    private static int ReadAction(ExportRow row, RowProblems problems)
    {
        var cell = row[ExportColumn.Action];
        if (cell is ['1' or '2' or '3' or '4' or '5'])
        {
            return cell[0] - '0';
        }

        problems.Refuse(ExportColumn.Action, $"{CellText.Quote(cell)} is not an action category, which is a number from 1 to 5.");
        return 0;
    }

    private static void CheckAgainstEachOther(State sur, string rs, Session session, RecommendationKind kind, RowProblems problems)
    {
        if (sur.Status == StateStatus.Observer)
        {
            problems.Refuse(ExportColumn.To, $"{sur.NameEn} is an observer and is not reviewed.");
        }

        if (kind == RecommendationKind.Pledge && rs != sur.Iso3)
        {
            problems.Refuse(ExportColumn.From, $"A voluntary pledge of session {session.Number} comes from the State under review itself, {sur.NameEn}, not from another.");
        }

        if (kind == RecommendationKind.Recommendation && rs == sur.Iso3)
        {
            problems.Doubt(ExportColumn.From, $"{sur.NameEn} recommends something to itself; perhaps a voluntary pledge.");
        }
    }

    private State? ReadSur(ExportRow row, RowProblems problems)
    {
        var cell = row[ExportColumn.To];
        var state = reference.Names.Find(cell);
        if (state is null)
        {
            problems.Refuse(ExportColumn.To, NotAState(cell));
        }

        return state;
    }

    private string? ReadRs(ExportRow row, RowProblems problems)
    {
        var cell = row[ExportColumn.From];
        if (cell.Equals(UnknownState, StringComparison.OrdinalIgnoreCase))
        {
            return State.Unknown;
        }

        var state = reference.Names.Find(cell);
        if (state is null)
        {
            problems.Refuse(ExportColumn.From, NotAState(cell));
        }

        return state?.Iso3;
    }

    private Session? ReadSession(ExportRow row, RowProblems problems)
    {
        var cell = row[ExportColumn.Session];
        var session = cell.Length <= 3 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? reference.FindSession(number) : null;
        if (session is null)
        {
            problems.Refuse(ExportColumn.Session, $"{CellText.Quote(cell)} is not a session of the Working Group; {reference.Sessions[0].Number} to {reference.Sessions[^1].Number} are known.");
        }

        return session;
    }

    private string NotAState(string cell) => cell.Length == 0
        ? $"No State is named. Where the source does not name it, write {UnknownState} under From."
        : $"{CellText.Quote(cell)} is not a State that OpenUPR knows.{_suggester.For(cell, reference.States.SelectMany(s => new[] { s.NameEn, s.NameFr, s.NameEs }).OfType<string>())}";
}
