using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.App.Shared;

/// <summary>Small pieces of a page that are drawn the same everywhere.</summary>
public static class Mark
{
    /// <summary>A position as shape, colour and word; colour never speaks alone.</summary>
    public static IHtmlContent Position(Position position, bool partial)
    {
        var style = position switch
        {
            Recommendations.Position.Supported => "yes",
            Recommendations.Position.Noted => "part",
            _ => "wait",
        };
        var word = partial ? Words.Position_Partly : Labels.Position(position);

        // The style sheet draws the shape: a page holds a hundred of these.
        return new HtmlContentBuilder().AppendHtml($"<span class=\"pos {style}\">").Append(word).AppendHtml("</span>");
    }

    /// <summary>A text with the words that the search matched.</summary>
    public static IHtmlContent Matches(IReadOnlyList<TextPiece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Matched)
            {
                html.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>");
            }
            else
            {
                html.Append(piece.Text);
            }
        }

        return html;
    }

    /// <summary>A number that leads to its rows; 0 leads nowhere.</summary>
    public static IHtmlContent Count(int count, string address) => count == 0
        ? new HtmlString("<span class=\"quiet\">0</span>")
        : new HtmlContentBuilder().AppendHtml("<a href=\"").Append(address).AppendHtml("\">").Append(Numbers.Count(count)).AppendHtml("</a>");

    /// <summary>The figure behind the word: "sure: of labels given like this one, about 96 % are right".</summary>
    public static string ConfidenceFigure(double confidence) => Numbers.Fill(WordingWords.Confidence, Confidence(confidence), Numbers.Share((int)Math.Round(confidence * 100), 100));

    /// <summary>A machine's confidence in a word; the figure stands beside it on demand.</summary>
    public static string Confidence(double confidence) => confidence >= 0.9 ? Words.Confidence_Sure : confidence >= 0.6 ? Words.Confidence_Likely : Words.Confidence_Doubtful;
}
