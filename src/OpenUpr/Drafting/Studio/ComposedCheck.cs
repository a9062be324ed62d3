using OpenUpr.Drafting.Checking;
using OpenUpr.Export.Docx;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Drafting.Studio;

/// <summary>
/// A composed document as the rules see it, without writing its Word file: word for word what the reader of Word files makes of that file (a test holds both together), so
/// that what is found while writing is what is found in the file.
/// </summary>
public static class ComposedCheck
{
    public static CheckedDocument ToChecked(ComposedDocument document) => new Gathering(document).Checked();

    private sealed class Gathering(ComposedDocument document)
    {
        private readonly List<TextParagraph> _paragraphs = [];
        private readonly List<TextNote> _notes = [];
        private int _number;
        private int _tables;
        private bool _startsPage;

        public CheckedDocument Checked()
        {
            var language = DocumentLanguage.Of(document.Language);
            Front(language);
            foreach (var block in document.Blocks)
            {
                Add(block);
            }

            var (hasText, hasPageNumbers) = (_paragraphs.Any(p => p.Text.Length > 0), StudioDocx.HasPageNumbers(document));
            return new CheckedDocument
            {
                Paragraphs = _paragraphs,
                Notes = _notes,
                HasPageNumbers = hasPageNumbers,
                Margins = hasPageNumbers ? ["1"] : [],
                File = new FileFacts { Page = (DocxPage.Width / 20.0, DocxPage.Height / 20.0), Languages = hasText || hasPageNumbers ? [language.Tag] : [], Fonts = hasText || hasPageNumbers ? [DocxStyles.Font] : [] },
            };
        }

        private void Front(DocumentLanguage language)
        {
            if (StudioDocx.Logo(document) is not null)
            {
                _paragraphs.Add(new TextParagraph { Text = "", Pictures = 1 });
            }

            foreach (var (_, text) in StudioDocx.FrontLines(document))
            {
                Add(new TextParagraph { Text = text });
            }

            if (document.HasContents)
            {
                _startsPage = true;
                Add(new TextParagraph { Text = language.Contents, IsContents = true });
                foreach (var (level, text, page) in StudioDocx.Contents(document).Where(e => e.Level <= DocxContents.Levels))
                {
                    Add(new TextParagraph { Text = FormattableString.Invariant($"{text}\t{page}"), IsContents = true });
                }
            }

            _startsPage = document.HasCoverPage;
        }

        private void Add(ComposedBlock block)
        {
            switch (block.Kind)
            {
                case BlockKind.PageBreak:
                    _startsPage = true;
                    break;
                case BlockKind.Table:
                    // A paragraph without words begins the page of a table.
                    _startsPage = false;
                    Table(block);
                    break;
                case BlockKind.Chart:
                    // A drawing has no words of its own in the text; they stand in the table beside it.
                    Add(new TextParagraph { Text = "", Pictures = 1 });
                    break;
                default:
                    Add(new TextParagraph
                    {
                        Text = StudioDocx.Text(block.Runs).Trim(),
                        Label = block.Label,
                        HeadingLevel = block.Kind == BlockKind.Heading ? block.Level : null,
                        IsQuote = block.Kind == BlockKind.Quote,
                    });
                    Refer(block.Runs);
                    break;
            }
        }

        private void Table(ComposedBlock block)
        {
            foreach (var (row, cells) in block.Rows.Index())
            {
                foreach (var (column, cell) in cells.Index())
                {
                    if (StudioDocx.Text(cell).Trim() is var text && (text.Length > 0 || cell.Any(r => r.Note is not null)))
                    {
                        Add(new TextParagraph { Text = text, Cell = new CellPlace(_tables, row, column) });
                        Refer(cell);
                    }
                }
            }

            _tables++;
        }

        private void Add(TextParagraph paragraph)
        {
            _number += paragraph.Text.Length > 0 ? 1 : 0;
            _paragraphs.Add(paragraph with { Number = _number, StartsPage = _startsPage });
            _startsPage = false;
        }

        private void Refer(IReadOnlyList<ComposedRun> runs)
        {
            foreach (var note in runs.Select(r => r.Note).OfType<int>())
            {
                _notes.Add(new TextNote(_notes.Count + 1, !StudioKinds.HasFootnotes(document.Kind), StudioDocx.Text(document.Notes[note]).Trim(), _paragraphs.Count - 1));
            }
        }
    }
}
