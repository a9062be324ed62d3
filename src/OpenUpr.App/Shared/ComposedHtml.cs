using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Shared;

/// <summary>The text of a document as parts of a page, so that it looks as it will in Word: headings, numbered paragraphs, lists, tables, endnotes that lead there and back.</summary>
public static class ComposedHtml
{
    /// <summary>A text with the marks of <see cref="StudioText"/>, such as one for the press.</summary>
    /// <param name="level">Of its first headings: 3 below a heading of the second level.</param>
    public static IHtmlContent Of(string text, int level)
    {
        var notes = new List<IReadOnlyList<ComposedRun>>();
        var html = new Writer(level, isRightToLeft: false);
        html.Blocks(StudioText.Read(text, notes));
        html.Notes(notes, "");
        return html.Content;
    }

    /// <summary>The running text of a document.</summary>
    /// <param name="rows">Gives the address of the rows behind a number; null where numbers lead nowhere: what is kept counts rows as they were.</param>
    public static IHtmlContent Blocks(ComposedDocument document, int level, Func<string, string>? rows = null)
    {
        var html = new Writer(level, DocumentLanguage.Of(document.Language).IsRightToLeft, rows);
        html.Blocks(document.Blocks);
        return html.Content;
    }

    /// <summary>The headings of a document as links: a page on a screen has no page numbers.</summary>
    public static IHtmlContent Contents(ComposedDocument document)
    {
        var html = new Writer(2, DocumentLanguage.Of(document.Language).IsRightToLeft);
        html.Contents(document.Blocks);
        return html.Content;
    }

    /// <summary>The list of a document's endnotes; nothing where it has none.</summary>
    public static IHtmlContent Notes(ComposedDocument document)
    {
        var language = DocumentLanguage.Of(document.Language);
        var html = new Writer(2, language.IsRightToLeft);
        html.Notes(document.Notes, language.Notes);
        return html.Content;
    }

    private sealed class Writer(int level, bool isRightToLeft, Func<string, string>? rows = null)
    {
        private readonly StringBuilder _html = new();
        private string? _list;
        private int _headings;
        private int _charts;

        public IHtmlContent Content => new HtmlString(_html.ToString());

        public void Contents(IReadOnlyList<ComposedBlock> blocks)
        {
            _html.Append("<ol>");
            foreach (var (i, heading) in blocks.Where(b => b.Kind == BlockKind.Heading).Index().Where(h => h.Item.Level <= 2))
            {
                _html.Append(Invariant($"<li{(heading.Level > 1 ? " class=\"deep\"" : "")}{Direction(heading.Runs)}><a href=\"#heading-{i + 1}\">"));
                _html.Append(WebUtility.HtmlEncode(string.Concat(heading.Runs.Select(r => r.Text)))).Append("</a></li>");
            }

            _html.Append("</ol>");
        }

        public void Blocks(IReadOnlyList<ComposedBlock> blocks)
        {
            foreach (var block in blocks)
            {
                Block(block);
            }

            List(null, "");
        }

        /// <param name="heading">Names the list to those who hear the page; empty for none.</param>
        public void Notes(IReadOnlyList<IReadOnlyList<ComposedRun>> notes, string heading)
        {
            if (notes.Count == 0)
            {
                return;
            }

            _html.Append(Invariant($"<section class=\"endnotes\" role=\"doc-endnotes\"{(heading.Length > 0 ? $" aria-label=\"{WebUtility.HtmlEncode(heading)}\"" : "")}><ol>"));
            foreach (var (i, note) in notes.Index())
            {
                _html.Append(Invariant($"<li id=\"note-{i + 1}\"{Direction(note)}>"));
                Runs(note);
                _html.Append(Invariant($" <a href=\"#ref-{i + 1}\" role=\"doc-backlink\" aria-label=\"{WebUtility.HtmlEncode(Numbers.Fill(ImportWords.Note_Back, i + 1))}\">↩</a></li>"));
            }

            _html.Append("</ol></section>");
        }

        private void Block(ComposedBlock block)
        {
            List(ListOf(block), block.Number > 1 ? Invariant($" start=\"{block.Number}\"") : "");
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    Element(Invariant($"h{Math.Min(6, level + block.Level - 1)}"), block, Invariant($" id=\"heading-{++_headings}\""));
                    break;
                case BlockKind.PageBreak:
                    _html.Append("<hr class=\"page-break\">");
                    break;
                case BlockKind.Table:
                    Table(block);
                    break;
                case BlockKind.Chart:
                    _html.Append("<figure>").Append(ComposedChartSvg.Draw(block.Chart!, Invariant($"chart-{++_charts}"))).Append("<figcaption>").Append(WebUtility.HtmlEncode(string.Join(" · ", block.Chart!.Series.Select(s => s.Name)))).Append("</figcaption></figure>");
                    break;
                case BlockKind.Quote:
                    Element("blockquote", block, "");
                    break;
                default:
                    Element(_list is null ? "p" : "li", block, _list is null && block.Kind is BlockKind.Recommendation or BlockKind.Question ? " class=\"ask\"" : "");
                    break;
            }
        }

        /// <summary>The list that a block is an item of; null for none.</summary>
        private static string? ListOf(ComposedBlock block) => block.Kind switch
        {
            BlockKind.Bullet => block.Level > 0 ? "ul class=\"below\"" : "ul",
            BlockKind.Numbered => "ol class=\"paragraphs\"",
            BlockKind.Recommendation or BlockKind.Question when block.Number > 0 => block.Label switch
            {
                ['(', >= 'a' and <= 'z', ..] => "ol class=\"asks letters\"",
                ['(', ..] => "ol class=\"asks bracketed\"",
                _ => "ol class=\"asks\"",
            },
            _ => null,
        };

        /// <summary>Ends the list that is open where another block follows, and begins the next.</summary>
        private void List(string? list, string start)
        {
            if (list == _list)
            {
                return;
            }

            if (_list is not null)
            {
                _html.Append("</").Append(_list[..2]).Append('>');
            }

            if (list is not null)
            {
                _html.Append('<').Append(list).Append(start).Append('>');
            }

            _list = list;
        }

        private void Element(string tag, ComposedBlock block, string attributes)
        {
            _html.Append('<').Append(tag).Append(attributes).Append(Direction(block.Runs)).Append('>');
            Runs(block.Runs);
            _html.Append("</").Append(tag).Append('>');
        }

        private void Table(ComposedBlock table)
        {
            _html.Append("<div class=\"scroll\" tabindex=\"0\"><table>");
            foreach (var (i, row) in table.Rows.Index())
            {
                _html.Append(i switch { 0 => "<thead><tr>", 1 => "<tbody><tr>", _ => "<tr>" });
                foreach (var cell in row)
                {
                    _html.Append(i == 0 ? "<th scope=\"col\"" : "<td").Append(Direction(cell)).Append('>');
                    Runs(cell);
                    _html.Append(i == 0 ? "</th>" : "</td>");
                }

                _html.Append(i == 0 ? "</tr></thead>" : "</tr>");
            }

            _html.Append(table.Rows.Count > 1 ? "</tbody>" : "").Append("</table></div>");
        }

        private void Runs(IReadOnlyList<ComposedRun> runs)
        {
            foreach (var run in runs)
            {
                _html.Append(run.Light is { } light ? $"<span class=\"mark {light}\">" : "").Append(run.Rows is { } query && rows is not null ? $"<a href=\"{WebUtility.HtmlEncode(rows(query))}\">" : "");
                _html.Append(run.Address is { } address ? $"<a href=\"{WebUtility.HtmlEncode(address)}\" rel=\"noreferrer\">" : "").Append(run.Bold ? "<strong>" : "").Append(run.Italic ? "<em>" : "");
                _html.Append(WebUtility.HtmlEncode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal));
                _html.Append(run.Italic ? "</em>" : "").Append(run.Bold ? "</strong>" : "").Append(run.Address is null ? "" : "</a>");
                _html.Append(run.Rows is not null && rows is not null ? "</a>" : "").Append(run.Light is null ? "" : "</span>");
                if (run.Note is { } note)
                {
                    _html.Append(Invariant($"<sup><a href=\"#note-{note + 1}\" id=\"ref-{note + 1}\" role=\"doc-noteref\">{note + 1}</a></sup>"));
                }
            }
        }

        /// <summary>Words of another script than the document's run their own way.</summary>
        private string Direction(IReadOnlyList<ComposedRun> runs) =>
            WritingDirection.IsRightToLeft(runs.Select(r => r.Text)) is { } here && here != isRightToLeft ? $" dir=\"{(here ? "rtl" : "ltr")}\"" : "";

        private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
    }
}
