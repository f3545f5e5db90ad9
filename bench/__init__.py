"""Speed and memory, each figure beside that of the bare models in the same run.

    run     seconds and memory by stage        spike    what sifting a large pile costs
    pages   web pages beside trafilatura       stories  what grouping it costs
    check   a report against its sources       soak     a library under load

Rule of this folder: nothing is estimated; what is printed was measured in that run.
"""
