using OpenUpr.Drafting.Checking;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>A step of a document that somebody may take.</summary>
/// <param name="Code">For buttons and words, such as agree.</param>
/// <param name="Reference">What has to be named: "number" that the Office gave, "paragraphs" of the summary; null for nothing.</param>
/// <param name="NeedsReason">What goes back does not go back without a word.</param>
public sealed record StudioMove(string Code, string From, string To, string? Reference = null, bool NeedsReason = false);

/// <summary>
/// The way of a document: written, agreed, sent; a submission goes on: the Office gives it a number, finds that it keeps to the guidelines, and takes it up in the
/// stakeholders' summary (UPR Info, Compendium, Part 4, 2017; requirement F16). Every step can be taken back. Pure.
/// </summary>
public static class StudioSteps
{
    public const string Agree = "agree";
    public const string Send = "send";
    public const string Register = "register";
    public const string Comply = "comply";
    public const string Summarise = "summarise";
    public const string Back = "back";
    public const string Drop = "drop";
    public const string TakeUp = "take-up";
    public const string Number = "number";
    public const string Paragraphs = "paragraphs";

    /// <summary>The stages in the order of the way.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        [StudioDocument.Writing, StudioDocument.Agreed, StudioDocument.Sent, StudioDocument.Registered, StudioDocument.Complied, StudioDocument.Summarised, StudioDocument.Dropped];

    /// <summary>Every step there is. The Office does not always tell its number or that a submission complies, so these can be left out.</summary>
    public static IReadOnlyList<StudioMove> All { get; } =
    [
        new(Agree, StudioDocument.Writing, StudioDocument.Agreed),
        new(Send, StudioDocument.Agreed, StudioDocument.Sent),
        new(Register, StudioDocument.Sent, StudioDocument.Registered, Number),
        new(Comply, StudioDocument.Sent, StudioDocument.Complied),
        new(Comply, StudioDocument.Registered, StudioDocument.Complied),
        new(Summarise, StudioDocument.Sent, StudioDocument.Summarised, Paragraphs),
        new(Summarise, StudioDocument.Registered, StudioDocument.Summarised, Paragraphs),
        new(Summarise, StudioDocument.Complied, StudioDocument.Summarised, Paragraphs),
        new(Back, StudioDocument.Agreed, StudioDocument.Writing, NeedsReason: true),
        new(Back, StudioDocument.Sent, StudioDocument.Agreed, NeedsReason: true),
        new(Back, StudioDocument.Registered, StudioDocument.Sent, NeedsReason: true),
        new(Back, StudioDocument.Complied, StudioDocument.Sent, NeedsReason: true),
        new(Back, StudioDocument.Summarised, StudioDocument.Sent, NeedsReason: true),
        new(Drop, StudioDocument.Writing, StudioDocument.Dropped, NeedsReason: true),
        new(Drop, StudioDocument.Agreed, StudioDocument.Dropped, NeedsReason: true),
        new(Drop, StudioDocument.Sent, StudioDocument.Dropped, NeedsReason: true),
        new(TakeUp, StudioDocument.Dropped, StudioDocument.Writing),
    ];

    /// <summary>What this person may do next with the document. A report is not sent from here: it is released with its numbers (<see cref="FollowUp.Reports.ReportReleases"/>).</summary>
    public static IReadOnlyList<StudioMove> Open(StudioDocument document, StudioRole role) =>
        document.IsTemplate ? [] : [.. All.Where(m => m.From == document.Stage && (IsTracked(document.Kind) || !IsOffice(m.Code)) && !(m.Code == Send && StudioKinds.IsReport(document.Kind)) && May(m, role))];

    /// <summary>Whether its text may be changed; what was agreed goes back to be written by that.</summary>
    public static bool IsOpen(string stage) => stage is StudioDocument.Writing or StudioDocument.Agreed;

    /// <summary>Whether the Office registers documents of this kind: submissions alone.</summary>
    public static bool IsTracked(string kind) => StudioKinds.RulesOf(kind)?.IsSubmission() ?? false;

    /// <summary>What the Office does and the coalition writes down.</summary>
    public static bool IsOffice(string code) => code is Register or Comply or Summarise;

    private static bool May(StudioMove move, StudioRole role) => move.Code is Drop or TakeUp ? role.MayOrder : role.MayDecide;
}
