using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>The page of a Word file, its foot, and the file's settings.</summary>
internal static class DocxPage
{
    /// <summary>A4, in twentieths of a point.</summary>
    public const int Width = 11906, Height = 16838, Margin = 1304, TextWidth = Width - (2 * Margin), TextHeight = Height - (2 * Margin);

    /// <summary>Size, margins, the page's number at the foot where it has one. It is the last thing of a body.</summary>
    /// <param name="hasCover">The first page bears no number.</param>
    public static SectionProperties Section(MainDocumentPart main, bool hasPageNumbers, bool isRightToLeft, bool hasCover)
    {
        var section = new SectionProperties();
        if (hasPageNumbers)
        {
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = Foot(main) });
        }

        if (main.EndnotesPart is not null)
        {
            section.Append(new EndnoteProperties(new NumberingFormat { Val = NumberFormatValues.Decimal }));
        }

        section.Append(
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 720, Footer = 720, Gutter = 0 });
        if (hasCover)
        {
            section.Append(new TitlePage());
        }

        if (isRightToLeft)
        {
            section.Append(new BiDi());
        }

        return section;
    }

    /// <summary>Without settings Word takes the file for one of 2007. Whoever changes and saves it leaves no name in it: Word keeps to that switch.</summary>
    public static void AddSettings(MainDocumentPart main)
    {
        var settings = new Settings(new RemovePersonalInformation(), new RemoveDateAndTime(), new DefaultTabStop { Val = 510 }, new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress });
        if (main.EndnotesPart is not null)
        {
            settings.Append(new EndnoteDocumentWideProperties(
                new EndnoteSpecialReference { Id = DocxNotes.Separator }, new EndnoteSpecialReference { Id = DocxNotes.Continuation }));
        }

        if (main.FootnotesPart is not null)
        {
            settings.Append(new FootnoteDocumentWideProperties(
                new FootnoteSpecialReference { Id = DocxNotes.Separator }, new FootnoteSpecialReference { Id = DocxNotes.Continuation }));
        }

        settings.Append(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = settings;
    }

    private static string Foot(MainDocumentPart main)
    {
        var foot = main.AddNewPart<FooterPart>("foot");
        foot.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Small" }, new Justification { Val = JustificationValues.Center }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
        return main.GetIdOfPart(foot);
    }
}
