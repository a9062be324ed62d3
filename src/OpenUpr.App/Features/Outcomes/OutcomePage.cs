using System.Globalization;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Positions;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>A page about the positions of one followed review.</summary>
public abstract class OutcomePage(Rooms rooms) : FollowPage(rooms)
{
    public BoardView Board { get; private set; } = null!;

    /// <summary>The form's own number.</summary>
    public string Client { get; protected set; } = Arrivals.NewClient();

    /// <summary>What met another change; null for nothing.</summary>
    public PositionClash? Clash { get; protected set; }

    /// <summary>Whether the adoption is over: its day was entered, or nothing is pending and the Council's session that adopts has ended.</summary>
    public bool IsAdopted => Board.Adoption is not null
        || (Board.Count(BoardRow.Pending) == 0 && Store.Reference.HrcSessionOf.TryGetValue(View.Review.Session, out var council) && Store.Reference.HrcSessions.Any(h => h.Number == council && h.End < Today));

    /// <returns>False where there is no such followed review for this person.</returns>
    protected async Task<bool> LoadBoardAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return false;
        }

        Board = await PositionBoard.ReadAsync(Store, Access, View, cancel);
        return true;
    }

    /// <summary>The word of a code, such as Strand and charter; the code itself where there is none.</summary>
    public static string Word(string kind, string code) => OutcomeWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>"Arvenia, Meridia".</summary>
    public string StateNames(IEnumerable<string> codes) => string.Join(", ", codes.Select(StateName));

    /// <summary>The number with the text.</summary>
    public static string Say(BoardRow row) => row.Row.Number is { } number ? $"{number} {row.Row.Text}" : row.Row.Text;

    /// <summary>A rule by which a pending one was settled, in a sentence.</summary>
    public static string Settled(Storage.SettledPosition settled) =>
        Numbers.Fill(settled.Rule == Storage.SettledPosition.LeftPending ? OutcomeWords.Rule_left : OutcomeWords.Rule_said, PositionWord(settled.Position), Dates.Day(settled.On), settled.Source ?? OutcomeWords.Rule_NoSource);

    /// <summary>What the form says of the fields that it has, as <see cref="PositionWriting"/> takes it.</summary>
    protected PositionText Typed(long row, IEnumerable<string> codes) => new(
        row, (int)(Number("revision") ?? 0), codes.Where(c => c == EntryFields.Key ? Text("has-key") is not null : Text(c) is not null).ToDictionary(c => c, Text));

    /// <summary>What a field holds: after a clash both put together, else what was typed where the form came back, else what is stored.</summary>
    public string Shown(BoardRow row, string code) => Clash is { } clash && clash.Form.TryGetValue(code, out var both) ? Said(code, both)
        : Failed is not null && Request.Form.ContainsKey(code) ? Request.Form[code].ToString() : Said(code, EntryFields.Read(row.Entry, code));

    /// <summary>A value as it is typed: States by their names.</summary>
    public string Said(string code, string? value) => value is null ? "" : code == EntryFields.Lobby ? StateNames(value.Split(',')) : value;

    /// <summary>A field of the form.</summary>
    public FieldView Part(BoardRow row, string code, string kind, string? hint = null, IEnumerable<Choice>? choices = null) => Field(code, Word("Field", code), null, kind, hint, choices: choices) with { Value = Shown(row, code) };
}
