using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;

namespace OpenUpr.App.Features.Wording;

/// <summary>Alike texts and their answers in words.</summary>
internal static class AlikeLabels
{
    /// <summary>States that a line names; the page of the recommendation has all.</summary>
    private const int MaxStates = 4;

    /// <summary>"France, Spain and 3 more".</summary>
    public static string From(AlikeText text, Labels labels)
    {
        var states = text.Pairs.Select(p => p.Rs).Distinct().Select(labels.State).ToList();
        var named = string.Join(", ", states.Take(MaxStates));
        return states.Count > MaxStates ? Numbers.Fill(WordingWords.Alike_More, named, states.Count - MaxStates) : named;
    }

    /// <summary>Texts of the same words that a list names.</summary>
    public const int MaxSame = 12;

    /// <summary>"3 more in the same or nearly the same words".</summary>
    public static string Same(AlikeText text) => text.Same.Count == 1 ? WordingWords.Alike_SameOne : Numbers.Fill(WordingWords.Alike_Same, Numbers.Count(text.Same.Count));

    /// <summary>Each answer with its shape, its number and its word; answers that nobody gave are left out.</summary>
    public static IHtmlContent Counts(AlikeAnswers answers)
    {
        var html = new HtmlContentBuilder();
        Add("yes", answers.Supported, Words.Position_Supported);
        Add("part", answers.Noted, Words.Position_Noted);
        Add("wait", answers.Texts - answers.Supported - answers.Noted, Words.Position_Pending);
        return html;

        void Add(string style, int count, string word)
        {
            if (count > 0)
            {
                html.AppendHtml($"<span class=\"pos {style}\">").Append(Numbers.Fill(WordingWords.Alike_Count, Numbers.Count(count), word)).AppendHtml("</span> ");
            }
        }
    }
}
