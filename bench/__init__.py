"""Speed and memory, each figure beside that of the bare models in the same run.

    run     seconds and memory by stage        spike   what sifting a large pile costs

Rule of this folder: nothing is estimated; what is printed was measured in that run.
"""
