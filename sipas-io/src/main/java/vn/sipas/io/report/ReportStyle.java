package vn.sipas.io.report;

/** The style sheet of a report: light, dark, and paper. */
final class ReportStyle {

    static final String CSS = """
        :root { color-scheme: light dark; --paper: #ffffff; --page: #f3f5f8; --ink: #17202c; --muted: #566273;
          --rule: #d8dee7; --accent: #0b5cad; --accent-soft: #b9d4ef; --warn: #fff3d1; --warn-ink: #6b4700;
          --warn-rule: #e0b04a; --grid: #e4e9f0; --whole: #b3261e; --level1: #b3391f; --level2: #dd8a5c;
          --level3: #c9cfd8; --level4: #7fb0dd; --level5: #1d66b0; --star: #c28100; }
        @media (prefers-color-scheme: dark) { :root { --paper: #151b24; --page: #0d1218; --ink: #e7ecf3;
          --muted: #a3afbf; --rule: #2d3745; --accent: #74b4f5; --accent-soft: #2a4a6c; --warn: #3a2f12;
          --warn-ink: #f4d98e; --warn-rule: #8a6d22; --grid: #232c38; --whole: #ff8a80; --level1: #d9634a;
          --level2: #c98c68; --level3: #5a6472; --level4: #4d83b8; --level5: #74b4f5; --star: #f0b93a; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.45;
          font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        .switch { position: absolute; opacity: 0; }
        .languages { max-width: 1080px; margin: 0 auto; padding: 12px 32px 0; text-align: right; }
        .languages label { display: inline-block; padding: 3px 12px; border: 1px solid var(--rule);
          border-radius: 14px; cursor: pointer; color: var(--muted); margin-left: 6px; background: var(--paper); }
        #show-vi:checked ~ .languages .to-vi, #show-en:checked ~ .languages .to-en { background: var(--accent);
          border-color: var(--accent); color: var(--paper); }
        #show-vi:focus-visible ~ .languages .to-vi, #show-en:focus-visible ~ .languages .to-en {
          outline: 3px solid var(--accent-soft); }
        #show-vi:checked ~ main [lang=en], #show-en:checked ~ main [lang=vi] { display: none; }
        main { max-width: 1080px; margin: 12px auto 48px; padding: 32px 40px 40px; background: var(--paper);
          border: 1px solid var(--rule); border-radius: 10px; }
        h1 { font-size: 29px; line-height: 1.2; margin: 0 0 6px; }
        h2 { font-size: 20px; margin: 40px 0 6px; padding-top: 14px; border-top: 2px solid var(--accent); }
        h3 { font-size: 15px; margin: 20px 0 4px; }
        p { margin: 6px 0 10px; max-width: 78ch; }
        .subtitle, .hint, .sub { color: var(--muted); }
        .hint, .sub { font-size: 13px; }
        .sub { display: block; } .narrow { display: none; }
        .banner { background: var(--warn); color: var(--warn-ink); border: 1px solid var(--warn-rule);
          border-left-width: 6px; border-radius: 6px; padding: 10px 14px; margin: 16px 0; font-weight: 600; }
        .warnings { background: var(--warn); color: var(--warn-ink); border-left: 6px solid var(--warn-rule);
          border-radius: 6px; padding: 8px 14px 8px 32px; margin: 16px 0; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px;
          margin: 22px 0 6px; padding: 0; }
        .card { border: 1px solid var(--rule); border-radius: 8px; padding: 12px 14px; margin: 0;
          break-inside: avoid; }
        .card dt { color: var(--muted); font-size: 13px; }
        .card dd { margin: 0; font-size: 27px; font-weight: 650; font-variant-numeric: tabular-nums; }
        .card dd.sub { font-size: 13px; font-weight: 400; }
        table { border-collapse: collapse; width: 100%; margin: 8px 0 4px; }
        th { text-align: left; font-size: 13px; color: var(--muted); font-weight: 600; vertical-align: bottom; }
        th, td { padding: 5px 8px; border-bottom: 1px solid var(--rule); }
        td { vertical-align: middle; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td.chart, th.chart { width: 316px; padding-top: 0; padding-bottom: 0; }
        td.reason { font-size: 13px; }
        td.reason ul { margin: 0; padding-left: 16px; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        svg { display: block; overflow: visible; }
        svg.cell { width: 300px; }
        svg.wide { width: 100%; height: auto; margin: 8px 0; }
        svg text { font-size: 11px; fill: var(--muted); }
        svg text.strong { font-size: 13px; font-weight: 650; fill: var(--ink); }
        .grid { stroke: var(--grid); stroke-width: 1; }
        .whole { stroke: var(--whole); stroke-width: 1.4; stroke-dasharray: 4 3; }
        .span { fill: var(--accent-soft); }
        .dot { fill: var(--accent); }
        .bar { fill: var(--accent); }
        .bar-quiet { fill: var(--level3); }
        .whisker { stroke: var(--accent); stroke-width: 1.6; opacity: .45; }
        .same .whisker, .same .dot { stroke: none; }
        .same .whisker { stroke: var(--muted); opacity: .4; }
        .same .dot { fill: var(--muted); }
        .differs .dot { fill: var(--accent); }
        .trend { stroke: var(--accent); stroke-width: 2.5; }
        .break { stroke: var(--whole); stroke-width: 1.2; stroke-dasharray: 2 3; }
        .level1 { fill: var(--level1); } .level2 { fill: var(--level2); } .level3 { fill: var(--level3); }
        .level4 { fill: var(--level4); } .level5 { fill: var(--level5); }
        svg text.inside { fill: #17202c; } svg text.level1-ink, svg text.level5-ink { fill: #ffffff; }
        @media (prefers-color-scheme: dark) { svg text.level5-ink { fill: #0d1218; }
          svg text.level3-ink { fill: #ffffff; } }
        .key { display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin: 0 5px 0 12px; }
        .key.level1 { background: var(--level1); } .key.level2 { background: var(--level2); }
        .key.level3 { background: var(--level3); } .key.level4 { background: var(--level4); }
        .key.level5 { background: var(--level5); } .key.line { background: none; height: 0; width: 18px;
          border-top: 2px dashed var(--whole); vertical-align: middle; }
        .stars { color: var(--star); letter-spacing: 1px; white-space: nowrap; }
        .method { border: 1px solid var(--rule); border-radius: 8px; padding: 4px 18px; break-inside: avoid; }
        .method dl { display: grid; grid-template-columns: minmax(140px, 230px) 1fr; gap: 4px 18px; margin: 10px 0; }
        .method dt { color: var(--muted); } .method dd { margin: 0; }
        .scroll { overflow-x: auto; }
        .annex td { padding-top: 3px; padding-bottom: 3px; }
        .annex .sub { display: inline; margin-left: 8px; }
        @media (max-width: 720px) { main { padding: 20px 12px; } td.chart, th.chart, .legend { display: none; }
          .narrow { display: block; } th, td { padding: 5px 4px; } td, th { font-size: 13px; } .sub { font-size: 12px; }
          .stars { letter-spacing: 0; } svg.wide { width: 720px; } }
        @media print { @page { size: A4; margin: 14mm 12mm; }
          :root { color-scheme: light; --paper: #ffffff; --page: #ffffff; --ink: #000000; --muted: #454d59;
            --rule: #c9d0da; --accent: #0b5cad; --accent-soft: #b9d4ef; --warn: #fff3d1; --warn-ink: #6b4700;
            --warn-rule: #e0b04a; --grid: #e4e9f0; --whole: #b3261e; --level1: #b3391f; --level2: #dd8a5c;
            --level3: #c9cfd8; --level4: #7fb0dd; --level5: #1d66b0; --star: #9a6700; }
          body { font-size: 9pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          main { border: 0; padding: 0; margin: 0; max-width: none; } .languages { display: none; }
          h2 { break-after: avoid; margin-top: 22px; } h3, .hint { break-after: avoid; }
          h1 { font-size: 18pt; } .cards { grid-template-columns: repeat(4, 1fr); } .card dd { font-size: 16pt; }
          .card dd.sub, .hint, .sub, th, td.reason { font-size: 8pt; } th, td { padding: 3px 6px; }
          .annex td { padding-top: 1px; padding-bottom: 1px; }
          svg.cell { width: 180px; } td.chart, th.chart { width: 190px; } .scroll { overflow: visible; }
          svg text.level5-ink { fill: #ffffff; } svg text.level3-ink { fill: #17202c; } }
        """;

    private ReportStyle() {}
}
