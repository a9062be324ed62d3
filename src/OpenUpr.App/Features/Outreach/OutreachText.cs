using System.Globalization;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>Codes of contacts in the reader's words.</summary>
public static class OutreachText
{
    /// <summary>The word of a code, such as Kind and un-agency; the code itself where there is none.</summary>
    public static string Of(string group, string? code) => code is null ? "" : Find($"{group}_{code}") ?? code;

    /// <summary>The word under this name, hyphens being underscores there; null where there is none.</summary>
    public static string? Find(string name) => OutreachWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture);

    public static IEnumerable<Choice> Choices(string group, IEnumerable<string> codes) => codes.Select(c => new Choice(c, Of(group, c)));

    /// <summary>What is to be done next about a contact.</summary>
    public static string Next(ContactView view, DateOnly today) => view switch
    {
        { Contact.DoNotContact: true } => OutreachWords.Next_NoContact,
        { Contact.LeftOn: not null } => OutreachWords.Next_Left,
        { NextOn: { } on } => Numbers.Fill(on < today ? OutreachWords.Next_Late : OutreachWords.Next_FollowUp, Dates.Day(on)),
        _ when view.Log.Any(e => e.IsOpen) => OutreachWords.Next_Promise,
        { Log.Count: 0 } => OutreachWords.Next_Introduce,
        _ => OutreachWords.Next_None,
    };
}
