using System.Globalization;
using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Import.Papers;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers;

/// <summary>What kind of value answers a doubt.</summary>
public enum AnswerForm
{
    Text,
    States,
    Position,
    Pair,
    Review,
}

/// <summary>The words of each kind of doubt. A kind that a later reader raises is shown by its code, with the buttons that fit every doubt.</summary>
public static class DoubtLabels
{
    /// <summary>The name of a kind, such as "The texts differ".</summary>
    public static string Title(string code) => Word(code, "") ?? Numbers.Fill(PapersWords.Doubt_Unknown, code);

    /// <summary>The question in a sentence or two.</summary>
    public static string Ask(string code) => Word(code, "_Ask") ?? PapersWords.Doubt_Unknown_Ask;

    public static string Accept(string code) => Word(code, "_Accept") ?? PapersWords.Accept;

    public static string Keep(string code) => Word(code, "_Keep") ?? PapersWords.Keep;

    /// <summary>Whose value is found: the report's where it is compared with an export.</summary>
    public static string FoundHead(Doubt doubt) => (doubt.Stored is null ? null : Word(doubt.Code, "_Found")) ?? PapersWords.Found;

    public static string StoredHead(Doubt doubt) => Word(doubt.Code, "_Stored") ?? PapersWords.Stored;

    /// <summary>Whether many doubts of a kind can be answered at once: two values are there, and one of them is taken.</summary>
    public static bool CanBeMany(string? code) => code is DoubtCodes.TextDiffers or DoubtCodes.ListTextDiffers or DoubtCodes.PositionDiffers or DoubtCodes.ListPositionDiffers
        or DoubtCodes.StateDiffers or DoubtCodes.ListStateDiffers or DoubtCodes.OnlyInReport or DoubtCodes.OnlyInExport;

    public static AnswerForm FormOf(string code) => code switch
    {
        DoubtCodes.StateDiffers or DoubtCodes.ListStateDiffers or DoubtCodes.StatesUnread => AnswerForm.States,
        DoubtCodes.PositionDiffers or DoubtCodes.ListPositionDiffers or DoubtCodes.PositionUnread => AnswerForm.Position,
        DoubtCodes.OnlyInReport or DoubtCodes.OnlyInExport => AnswerForm.Pair,
        DoubtCodes.ReviewUnknown => AnswerForm.Review,
        _ => AnswerForm.Text,
    };

    /// <summary>A value in words: names for States' codes, the word for a position, else as it is.</summary>
    public static string Value(Labels labels, string code, string? value) => (FormOf(code), value) switch
    {
        (_, null or "") => PapersWords.Value_None,
        (AnswerForm.States, _) => string.Join(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(labels.State)),
        (AnswerForm.Position, _) => labels.Value("response", value),
        _ => value,
    };

    /// <summary>What a person answered, in words.</summary>
    public static string Answer(Labels labels, string code, Settlement answer) => answer.Choice switch
    {
        Settlement.TakeFound => PapersWords.Answer_Found,
        Settlement.KeepStored => PapersWords.Answer_Stored,
        _ => Numbers.Fill(PapersWords.Answer_Typed, Value(labels, code, answer.Value)),
    };

    /// <summary>Two versions with the words marked in which they differ.</summary>
    public static (IHtmlContent Found, IHtmlContent Stored) Compare(Labels labels, Doubt doubt)
    {
        if (doubt.Found is null || doubt.Stored is null)
        {
            return (new HtmlContentBuilder().Append(Value(labels, doubt.Code, doubt.Found)), new HtmlContentBuilder().Append(Value(labels, doubt.Code, doubt.Stored)));
        }

        var (found, stored) = WordDifference.Of(Value(labels, doubt.Code, doubt.Found), Value(labels, doubt.Code, doubt.Stored));
        return (Draw(found), Draw(stored));
    }

    private static HtmlContentBuilder Draw(IReadOnlyList<WordRun> runs)
    {
        var html = new HtmlContentBuilder();
        foreach (var (run, at) in runs.Select((r, i) => (r, i)))
        {
            html.AppendHtml(at == 0 ? "" : " ").AppendHtml(run.Differs ? "<mark>" : "").Append(run.Text).AppendHtml(run.Differs ? "</mark>" : "");
        }

        return html;
    }

    private static string? Word(string code, string ending) => PapersWords.ResourceManager.GetString($"Doubt_{code.Replace('-', '_')}{ending}", CultureInfo.CurrentUICulture);
}
