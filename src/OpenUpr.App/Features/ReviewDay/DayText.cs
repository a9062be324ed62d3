using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>Codes of the review day in the reader's words.</summary>
public static class DayText
{
    public static string Of(string kind, string code) => DayWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    public static string Kind(string kind) => Of("Kind", kind);

    public static string Likeness(double? score) => Of("Likeness", Likenesses.Of(score).ToString());

    /// <summary>14:02 UTC.</summary>
    public static string Time(DateTimeOffset at) => Numbers.Fill(DayWords.Time, at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>2:05 for 125 seconds.</summary>
    public static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    public static string Title(DayBoard board, Labels labels) => Numbers.Fill(DayWords.Board_Title, labels.State(board.State), board.Session);

    /// <summary>What the State said to a recommendation, with "partly" where it is so; "no answer yet" where it said nothing.</summary>
    public static string Position(RecommendationRow row) => row.Position is { } position ? Labels.Position(position) : DayWords.Position_None;

    public static string Paragraph(RecommendationRow row) => row.Paragraph is { } number ? Numbers.Fill(DayWords.Paragraph, number) : DayWords.Paragraph_None;
}
