using System.Globalization;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Plan;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Agenda;

/// <summary>Things with days in the reader's words.</summary>
public sealed class AgendaText(Labels labels)
{
    /// <summary>The word of a code, such as Kind and task; the code itself where there is none.</summary>
    public static string Of(string kind, string? code) => code is null ? "" : AgendaWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    public string Title(DatedThing thing) => thing.Kind switch
    {
        DatedKinds.Task => thing.Title ?? PlanText.Title(thing.Code),
        DatedKinds.Step => thing.State is { } state ? Numbers.Fill(AgendaWords.Title_Step, thing.Title, labels.State(state)) : thing.Title ?? "",
        DatedKinds.Council => Numbers.Fill(AgendaWords.Title_Council, thing.Code),
        DatedKinds.WorkingGroup => Numbers.Fill(AgendaWords.Title_WorkingGroup, thing.Code),
        DatedKinds.Round => Numbers.Fill(AgendaWords.Title_Round, thing.Code),
        DatedKinds.Report => thing.Title is { } report ? Numbers.Fill(AgendaWords.Title_Comments, report) : Numbers.Fill(AgendaWords.Title_MidTerm, labels.State(thing.State!)),
        DatedKinds.Progress => Numbers.Fill(AgendaWords.Title_Progress, thing.Title),
        DatedKinds.Treaty => Treaty(thing.Code),
        _ => thing.Title ?? thing.Code ?? "",
    };

    /// <summary>A treaty body's date: "CEDAW: session".</summary>
    public static string Treaty(string? code) => code?.Split(' ') is [var committee, var kind] ? Numbers.Fill(AgendaWords.Title_Treaty, committee, Of("Treaty", kind)) : code ?? "";

    /// <summary>What a program that shows no private titles may say of it.</summary>
    public string Plain(DatedThing thing) => thing.IsPublic ? Title(thing) : Of("Plain", thing.Kind);

    /// <summary>Its days, with the hour in Geneva where a deadline of the UN has one.</summary>
    public static string When(DatedThing thing) => thing.Date is { } date ? StepWords.When(date) : PlanText.When(thing.Days);

    /// <summary>The days of the year in one word: "2026-11".</summary>
    public static string Month(DateOnly first) => first.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>For the time element: 2026-11-22, or with hour and offset.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
